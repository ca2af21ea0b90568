import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import type { HierarchicalNSW } from 'hnswlib-node';

/** Breadth of the search: measured .99 recall of the nearest ten among 10,000. */
const BREADTH = 200;

/** Passages by their vectors: a langchain store over an index of hnswlib. A document is a passage's number. */
export class PassageVectors extends VectorStore {
  override FilterType: (id: number) => boolean = () => true;
  readonly #index: HierarchicalNSW;

  constructor(embeddings: EmbeddingsInterface, index: HierarchicalNSW) {
    super(embeddings, {});
    this.#index = index;
    index.setEf(BREADTH);
  }

  override _vectorstoreType(): string {
    return 'hnswlib';
  }

  /** Adds vectors under the numbers of their documents. */
  override async addVectors(vectors: number[][], documents: Document[]): Promise<void> {
    const missing = this.#index.getCurrentCount() + vectors.length - this.#index.getMaxElements();
    if (missing > 0) this.#index.resizeIndex(this.#index.getMaxElements() + missing);
    vectors.forEach((vector, i) => {
      this.#index.addPoint(vector, Number(documents[i]?.id ?? i));
    });
  }

  override async addDocuments(documents: Document[]): Promise<void> {
    const vectors = await this.embeddings.embedDocuments(documents.map((document) => document.pageContent));
    await this.addVectors(vectors, documents);
  }

  /** The nearest passages with their likeness, 1 for the same direction. */
  override async similaritySearchVectorWithScore(
    query: number[],
    count: number,
    filter?: this['FilterType'],
  ): Promise<[Document, number][]> {
    const most = Math.min(count, this.#index.getCurrentCount());
    if (most === 0) return [];
    const { neighbors, distances } = this.#index.searchKnn(query, most, filter);
    return neighbors.map((id, i) => [new Document({ id: String(id), pageContent: '' }), 1 - (distances[i] ?? 1)]);
  }
}
