import { ApiObject, Chart, Yaml, type App } from 'cdk8s';
import { headerOf } from './header';

/** Text by path below the output folder; the separator is `/`. */
export type ManifestFiles = ReadonlyMap<string, string>;

/**
 * One object a file, one folder a chart, as `FOLDER_PER_CHART_FILE_PER_RESOURCE` of cdk8s names them, below the folder of
 * what is delivered together. Throws where two objects would have one file, which cdk8s would overwrite in silence.
 */
export function manifestFiles(app: App, source: string): ManifestFiles {
  const files = new Map<string, string>();
  for (const chart of app.node.findAll().filter((node) => Chart.isChart(node))) {
    for (const object of chart.node.findAll().filter((node) => ApiObject.isApiObject(node))) {
      const path = `${chart.node.path}/${object.kind}.${object.name}.k8s.yaml`;
      if (files.has(path)) throw new Error(`Cannot write two objects to ${path}`);
      files.set(path, headerOf(source) + Yaml.stringify(object.toJson()));
    }
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
