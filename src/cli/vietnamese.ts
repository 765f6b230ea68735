import type { Command, CommanderError } from 'commander';
import { Problem } from '../kernel/problem.ts';

const titles: Record<string, string> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Lệnh:',
};

/** Gives a command of commander our language; its subcommands inherit it. Its errors become Problems. */
export function inVietnamese(command: Command): Command {
  return command
    .helpOption('-h, --help', 'xem hướng dẫn')
    .helpCommand('help [lệnh]', 'xem hướng dẫn của một lệnh')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ outputError: () => {} })
    .exitOverride((error) => {
      throw asUsage(error);
    });
}

/** Asking for help is no error; everything else commander refuses is a wrong way of calling. */
function asUsage(error: CommanderError): Error {
  if (error.exitCode === 0 || error.code === 'commander.help') return error;
  const what = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  return new Problem('usage', { what, why: reasons[error.code] ?? 'wrong' }, { cause: error });
}

const reasons: Record<string, 'unknown-option' | 'unknown-command' | 'missing' | 'too-many'> = {
  'commander.unknownOption': 'unknown-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.missingArgument': 'missing',
  'commander.optionMissingArgument': 'missing',
  'commander.missingMandatoryOptionValue': 'missing',
  'commander.excessArguments': 'too-many',
};
