/** Sections of a binary file, one after another: little-endian numbers, bytes and lists with their lengths. */

const LOWEST = -2147483648;

export interface ByteWriter {
  number(value: number): void;
  bytes(values: Uint8Array): void;
  floats(values: Float32Array): void;
  /** Ascending 32-bit numbers, as differences of a varying number of bytes. */
  ascending(values: ArrayLike<number>): void;
  finish(): Uint8Array;
}

export function createByteWriter(): ByteWriter {
  const parts: Uint8Array[] = [];
  const number = (value: number): void => {
    const part = new Uint8Array(4);
    new DataView(part.buffer).setUint32(0, value, true);
    parts.push(part);
  };
  const bytes = (values: Uint8Array): void => {
    number(values.length);
    parts.push(values);
  };
  return {
    number,
    bytes,
    floats(values) {
      number(values.length);
      const part = new Uint8Array(values.length * 4);
      const view = new DataView(part.buffer);
      values.forEach((value, at) => {
        view.setFloat32(at * 4, value, true);
      });
      parts.push(part);
    },
    ascending(values) {
      number(values.length);
      bytes(packAscending(values));
    },
    finish() {
      const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let at = 0;
      for (const part of parts) {
        all.set(part, at);
        at += part.length;
      }
      return all;
    },
  };
}

function packAscending(values: ArrayLike<number>): Uint8Array {
  const packed = new Uint8Array(values.length * 5);
  let used = 0;
  let last = LOWEST;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    let rest = value - last;
    last = value;
    while (rest >= 128) {
      packed[used] = (rest % 128) | 128;
      used += 1;
      rest = Math.floor(rest / 128);
    }
    packed[used] = rest;
    used += 1;
  }
  return packed.slice(0, used);
}

export interface ByteReader {
  number(): number;
  bytes(): Uint8Array;
  floats(): Float32Array;
  ascending(): Int32Array;
}

/** Reads what a writer wrote, in the same order. Throws when the file is cut short. */
export function createByteReader(all: Uint8Array): ByteReader {
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  let at = 0;
  const take = (size: number): number => {
    if (at + size > all.length) throw new Error('the model file is cut short');
    at += size;
    return at - size;
  };
  const number = (): number => view.getUint32(take(4), true);
  const bytes = (): Uint8Array => {
    const size = number();
    const from = take(size);
    return all.subarray(from, from + size);
  };
  return {
    number,
    bytes,
    floats() {
      const values = new Float32Array(number());
      for (let index = 0; index < values.length; index += 1) values[index] = view.getFloat32(take(4), true);
      return values;
    },
    ascending() {
      const count = number();
      return unpackAscending(bytes(), count);
    },
  };
}

function unpackAscending(packed: Uint8Array, count: number): Int32Array {
  const values = new Int32Array(count);
  let last = LOWEST;
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    let rest = 0;
    let factor = 1;
    let byte = packed[at] ?? 0;
    at += 1;
    while (byte >= 128) {
      rest += (byte & 127) * factor;
      factor *= 128;
      byte = packed[at] ?? 0;
      at += 1;
    }
    last += rest + byte * factor;
    values[index] = last;
  }
  return values;
}
