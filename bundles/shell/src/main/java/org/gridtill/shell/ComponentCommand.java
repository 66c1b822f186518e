package org.gridtill.shell;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.KeyCeremony.NewKey;
import org.gridtill.api.platform.vault.Suite;

/**
 * A command by which a person gives a component of a terminal's master key. What is typed is never
 * shown, also not in an error.
 */
abstract class ComponentCommand extends RuledCommand {

  private static final String YES = "yes";
  private static final int GROUP = 4;

  @Argument(
      name = "code",
      description = "The terminal, or *cards for the master key of identity cards",
      required = true)
  @Completion(TerminalCodes.class)
  String code;

  @Option(name = "--suite", description = Suites.DESCRIPTION)
  @Completion(Suites.class)
  String suite = Suites.DEFAULT;

  @Reference Session session;

  @Reference(optional = true)
  TerminalRegistry terminals;

  @Reference(optional = true)
  KeyCeremony ceremony;

  /** Asks for the component, or shows a new one, and gives it in the person's name. */
  final void give(boolean generate, boolean renewal) throws Exception {
    String person = Person.loggedIn();
    if (!code.equals(CardKeys.MASTER)) {
      Terminals.require(present(terminals, "the terminal registry"), code);
    }
    NewKey key = new NewKey(code, Suites.parse(suite), renewal);
    byte[] component = generate ? drawn(key.suite()) : typed();
    try {
      confirm(key.suite(), component, generate);
      report(key, present(ceremony, "the vault").give(key, component, person));
    } finally {
      Arrays.fill(component, (byte) 0);
    }
  }

  private byte[] typed() throws Exception {
    present(ceremony, "the vault");
    char[] digits = HiddenLine.read(session, "Your component (hidden): ", out);
    try {
      return Component.parse(CharBuffer.wrap(digits));
    } finally {
      Arrays.fill(digits, '\0');
    }
  }

  /** Shows a new component, digit by digit, since a string could not be wiped. */
  private byte[] drawn(Suite ciphers) throws Exception {
    byte[] component = present(ceremony, "the vault").draw(ciphers);
    out.print("Your component, shown this once: ");
    for (int i = 0; i < 2 * component.length; i++) {
      int digit = i % 2 == 0 ? component[i / 2] >> GROUP & 0xF : component[i / 2] & 0xF;
      out.print(Character.toUpperCase(Character.forDigit(digit, 16)));
      if (i % GROUP == GROUP - 1) {
        out.print(' ');
      }
    }
    out.println();
    return component;
  }

  private void confirm(Suite ciphers, byte[] component, boolean generate) throws Exception {
    out.println("Check value of your component: " + hex(ceremony.checkValue(ciphers, component)));
    String question =
        generate ? "Are both written down? (yes/no) " : "Is that the one on your paper? (yes/no) ";
    if (!HiddenLine.answer(session, question, out).equals(YES)) {
      throw failure("nothing was given; begin anew");
    }
  }

  private void report(NewKey key, Optional<byte[]> checkValue) {
    if (checkValue.isEmpty()) {
      out.println(
          "your component of the master key of terminal "
              + code
              + " is kept; another person gives theirs with the same command");
      return;
    }
    out.println(
        "master key of terminal "
            + code
            + " is loaded, for "
            + key.suite()
            + "; check value "
            + hex(checkValue.get()));
    if (key.renewal()) {
      out.println(
          "enter it in the terminal and let it sign on; what is under way goes on with the old keys");
    }
    if (key.suite().legacy()) {
      out.println("LEGACY: " + key.suite() + " rests on triple DES");
    }
  }

  static String hex(byte[] checkValue) {
    return HexFormat.of().withUpperCase().formatHex(checkValue);
  }
}
