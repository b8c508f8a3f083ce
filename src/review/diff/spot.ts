import type { Path } from '../../manifests/value';
import { INSIDE, type Field, type FieldChange } from '../change';

/** Where a comparison stands, in both objects. */
export class Spot {
  static readonly ROOT = new Spot([], [], [], false);

  private constructor(
    readonly field: Field,
    private readonly basePath: Path,
    private readonly headPath: Path,
    /** Inside of a text the file has no places of its own. */
    private readonly isInside: boolean,
  ) {}

  get told(): Pick<FieldChange, 'field' | 'basePath' | 'headPath'> {
    const { field, basePath, headPath } = this;
    return { field, basePath, headPath };
  }

  key(key: string): Spot {
    return this.step(key, key, key);
  }

  /** Positions are undefined where the item is not there. */
  item(step: string, base?: number, head?: number): Spot {
    return this.step(`[${step}]`, base, head);
  }

  /** What follows stands in a text. */
  inside(): Spot {
    return new Spot([...this.field, INSIDE], this.basePath, this.headPath, true);
  }

  private step(step: string, base: string | number | undefined, head: string | number | undefined): Spot {
    const stay = this.isInside;
    return new Spot(
      [...this.field, step],
      stay || base === undefined ? this.basePath : [...this.basePath, base],
      stay || head === undefined ? this.headPath : [...this.headPath, head],
      stay,
    );
  }
}
