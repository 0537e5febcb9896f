import { type Cluster, startCluster } from './cluster';

let cluster: Cluster | undefined;

/** One server for the whole run; what tests need to know of it is left where their processes find it. */
export default async function setUp(): Promise<void> {
  cluster = await startCluster();
  process.env.TEST_POSTGRES_PORT = String(cluster.port);
  process.env.TEST_POSTGRES_FOLDER = cluster.folder;
}

export async function tearDown(): Promise<void> {
  await cluster?.stop();
}
