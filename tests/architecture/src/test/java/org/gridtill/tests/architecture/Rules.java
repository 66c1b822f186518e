package org.gridtill.tests.architecture;

import java.util.List;

/** The rules of the house. {@code RulesTest} proves of each that it can fail. */
final class Rules {

  static final Rule CLASSES =
      new Rule("a class sees only what its module may see", VisibilityRules::classes);
  static final Rule IMPORTS =
      new Rule("a manifest imports only what its module may see", VisibilityRules::imports);
  static final Rule EXPORTS =
      new Rule("only the API and the store export packages", VisibilityRules::exports);
  static final Rule TRANSLATORS =
      new Rule("a terminal adapter only translates", AdapterRules::translatorsOnlyTranslate);
  static final Rule EXACT = new Rule("no floating point near money", CodeRules::noFloatingPoint);
  static final Rule QUIET =
      new Rule("only the shell prints to standard output", CodeRules::noPrinting);
  static final Rule DATES = new Rule("no java.util.Date or Calendar", CodeRules::noOldDates);
  static final Rule CLOCK = new Rule("only the platform clock asks the time", CodeRules::oneClock);
  static final Rule SHORT =
      new Rule(
          "a source file has at most " + CodeRules.LINES + " lines", CodeRules::shortSourceFiles);

  static final Rule FUZZED =
      new Rule("every parser has a fuzz target", ParserRules::everyParserIsFuzzed);

  static final List<Rule> ALL =
      List.of(CLASSES, IMPORTS, EXPORTS, TRANSLATORS, EXACT, QUIET, DATES, CLOCK, SHORT, FUZZED);

  private Rules() {}
}
