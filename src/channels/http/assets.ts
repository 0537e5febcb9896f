import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, extname } from 'node:path';
import { createGunzip, gzipSync } from 'node:zlib';
import { Refused } from './answers';

/** A file for the browser, kept compressed. */
export interface Asset {
  readonly name: string;
  /** Changes with the content, so that browsers may keep the file for ever. */
  readonly version: string;
  readonly type: string;
  readonly gzipped: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads a file once; `<file>.gz` beside it is used where it exists. */
export function loadAsset(file: string): Asset {
  const gzipped = readIfThere(`${file}.gz`) ?? gzipSync(readFileSync(file), { level: 9 });
  const version = createHash('sha256').update(gzipped).digest('hex').slice(0, 12);
  return { name: basename(file), version, type: TYPES[extname(file)] ?? 'application/octet-stream', gzipped };
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** The address of an asset with its version. */
export function assetUrl(asset: Asset): string {
  return `/assets/${asset.name}?v=${asset.version}`;
}

/** Finds and sends assets by name. */
export function assetHandler(
  assets: readonly Asset[],
): (req: IncomingMessage, res: ServerResponse, name: string) => void {
  const byName = new Map(assets.map((asset) => [asset.name, asset]));
  return (req, res, name) => {
    const asset = byName.get(name);
    if (asset === undefined) throw new Refused(404, 'not-found');
    send(req, res, asset);
  };
}

function send(req: IncomingMessage, res: ServerResponse, asset: Asset): void {
  const etag = `"${asset.version}"`;
  res.setHeader('ETag', etag);
  res.setHeader('Vary', 'Accept-Encoding');
  res.setHeader('Cache-Control', cacheFor(req, asset));
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304);
    res.end();
    return;
  }
  res.setHeader('Content-Type', asset.type);
  if (/\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))) {
    res.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': asset.gzipped.length });
    res.end(asset.gzipped);
    return;
  }
  res.writeHead(200);
  const unpack = createGunzip();
  unpack.pipe(res);
  unpack.end(asset.gzipped);
}

function cacheFor(req: IncomingMessage, asset: Asset): string {
  const versioned = new URL(req.url ?? '/', 'http://localhost').searchParams.get('v') === asset.version;
  return versioned ? 'public, max-age=31536000, immutable' : 'no-cache';
}
