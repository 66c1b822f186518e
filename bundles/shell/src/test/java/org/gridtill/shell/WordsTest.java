package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.CommandLine;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void codesAreCompleted() {
    AgencyCodes codes = new AgencyCodes();
    codes.credit =
        Fake.of(Credit.class, Map.of("list", arguments -> List.of(line("A001"), line("B001"))));
    assertThat(complete(codes, "A")).containsExactly("A001 ");
  }

  @Test
  void withoutTheServiceNothingIsOffered() {
    assertThat(complete(new AgencyCodes(), "")).isEmpty();
    assertThat(complete(new TerminalCodes(), "")).isEmpty();
    assertThat(complete(new UnsettledSerials(), "")).isEmpty();
    assertThat(complete(new RequestedReversals(), "")).isEmpty();
  }

  @Test
  void reversalsThatWaitForASecondPersonAreCompleted() {
    RequestedReversals reversals = new RequestedReversals();
    reversals.desk =
        Fake.of(
            ReversalDesk.class,
            Map.of(
                "authorizations",
                arguments ->
                    List.of(
                        new ReversalDesk.Authorization(Records.PAYMENT, "alice", "why", null),
                        new ReversalDesk.Authorization(Records.SALE, "alice", "why", "bob"))));
    assertThat(complete(reversals, "")).containsExactly(Records.PAYMENT + " ");
  }

  private static CreditLine line(String agency) {
    return new CreditLine(agency, "", Money.ZERO, Money.ZERO, Money.ZERO);
  }

  private static List<String> complete(Words words, String typed) {
    List<String> candidates = new ArrayList<>();
    words.complete(
        null,
        Fake.of(
            CommandLine.class,
            Map.of(
                "getCursorArgument", arguments -> typed,
                "getArgumentPosition", arguments -> typed.length(),
                "getBufferPosition", arguments -> typed.length())),
        candidates);
    return candidates;
  }
}
