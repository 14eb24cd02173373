import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs'

/** Folder of the templates in the function, whatever folder they came from. */
export const printTemplates = '/var/task/print'

const compiler = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'
const font = '@expo-google-fonts/noto-sans-jp'
const fontFiles = [
  'package.json',
  'LICENSE_FONT',
  '400Regular/NotoSansJP_400Regular.ttf',
  '700Bold/NotoSansJP_700Bold.ttf',
]

/**
 * Puts templates, compiler and fonts beside the bundle of the function that prints, from what the lockfile installed:
 * nothing is fetched while the stack is made. Where the compiler is not installed, on a machine that is no x86_64
 * Linux, this fails and says which folder is missing.
 */
export const printingBeside: ICommandHooks = {
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (from, to) => [
    `mkdir -p ${to}/print ${to}/node_modules/@myriaddreamin ${fontFiles.map((file) => folderOf(`${to}/node_modules/${font}/${file}`)).join(' ')}`,
    `cp ${from}/functions/adapters/documents/typst/*.typ ${to}/print/`,
    `cp -R ${from}/node_modules/${compiler} ${to}/node_modules/@myriaddreamin/`,
    ...fontFiles.map((file) => `cp ${from}/node_modules/${font}/${file} ${to}/node_modules/${font}/${file}`),
  ],
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))
