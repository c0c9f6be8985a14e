// The little of PouchDB that the benches use; its packages bring no types.

declare module 'pouchdb-browser' {
  export interface ReplicationDone {
    readonly ok: boolean;
    readonly docs_written: number;
  }
  export default class PouchDB {
    static plugin(plugin: unknown): void;
    constructor(name: string, options?: { readonly adapter?: string; readonly skip_setup?: boolean });
    readonly replicate: {
      to(remote: PouchDB, options: { readonly batch_size: number }): Promise<ReplicationDone>;
      from(remote: PouchDB, options: { readonly batch_size: number }): Promise<ReplicationDone>;
    };
    bulkDocs(documents: readonly unknown[]): Promise<readonly { readonly ok?: boolean }[]>;
    put(document: { readonly _id: string; readonly views: unknown }): Promise<unknown>;
    query(view: string, options: { readonly limit: number }): Promise<{ readonly total_rows: number }>;
    destroy(): Promise<unknown>;
  }
}

declare module 'pouchdb-adapter-indexeddb' {
  const adapter: unknown;
  export default adapter;
}
