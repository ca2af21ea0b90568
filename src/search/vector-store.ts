import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import type { HierarchicalNSW } from 'hnswlib-node';

/** Breadth of the search: measured .99 recall of the nearest ten among 10,000. */
const BREADTH = 200;

/** Passages by their vectors: a langchain store over a finished index of hnswlib. A document is a passage's number. */
export class PassageVectors extends VectorStore {
  readonly #index: HierarchicalNSW;

  constructor(embeddings: EmbeddingsInterface, index: HierarchicalNSW) {
    super(embeddings, {});
    this.#index = index;
    index.setEf(BREADTH);
  }

  override _vectorstoreType(): string {
    return 'hnswlib';
  }

  /** The index is written once, as a whole (`vector-index.ts`). */
  override addVectors(): Promise<never> {
    return Promise.reject(new Error('The index of passages is not added to.'));
  }

  override addDocuments(): Promise<never> {
    return this.addVectors();
  }

  /** The nearest passages with their likeness, 1 for the same direction. */
  override async similaritySearchVectorWithScore(query: number[], count: number): Promise<[Document, number][]> {
    const most = Math.min(count, this.#index.getCurrentCount());
    if (most === 0) return [];
    const { neighbors, distances } = this.#index.searchKnn(query, most);
    return neighbors.map((id, i) => [new Document({ id: String(id), pageContent: '' }), 1 - (distances[i] ?? 1)]);
  }
}
