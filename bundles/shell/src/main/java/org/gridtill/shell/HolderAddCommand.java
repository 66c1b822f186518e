package org.gridtill.shell;

import java.util.function.Consumer;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;

/** What adding an agency and adding a collector have in common: the limit is asked for at once. */
abstract class HolderAddCommand extends RuledCommand {

  @Reference(optional = true)
  Agencies agencies;

  @Reference(optional = true)
  Limits limits;

  /**
   * Adds a holder and asks for its limit.
   *
   * @param yuan the limit as it was typed
   * @param entry adds it to the register
   */
  final void add(Holder who, String yuan, Consumer<Agencies> entry) throws Exception {
    String person = Person.loggedIn();
    Money limit = Money.parse(yuan);
    if (limit.compareTo(Money.ZERO) < 0) {
      throw new IllegalArgumentException("a limit is not negative: " + yuan);
    }
    Limits desk = present(limits, "the limit desk");
    entry.accept(present(agencies, "the register of agencies"));
    String what = (who.isCollector() ? "collector " : "agency ") + who;
    if (limit.isZero()) {
      out.println(what + " is added, with the limit 0.00");
      return;
    }
    ask(desk, who, limit, person);
    out.printf(
        "%s may hold nothing yet; a second person lets it hold %s with 'limit-authorize %s %s'%n",
        what, limit, who, limit);
  }

  private static void ask(Limits desk, Holder who, Money limit, String person) throws Exception {
    try {
      desk.request(who, limit, person, who.isCollector() ? "new collector" : "new agency");
    } catch (IllegalArgumentException | IllegalStateException e) {
      // It is in the register, so that repeating the command would not help.
      throw failure(
          who
              + " is added, but its limit is not asked for: "
              + e.getMessage()
              + "; use limit-request");
    }
  }
}
