package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.CommandLine;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Limits;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void codesAreCompleted() {
    Credit credit =
        Lines.service(
            Lines.line("A001", null), Lines.line("A001/C01", null), Lines.line("B001", null));
    AgencyCodes agencies = new AgencyCodes();
    agencies.credit = credit;
    assertThat(complete(agencies, "A")).containsExactly("A001 ");
    HolderCodes holders = new HolderCodes();
    holders.credit = credit;
    assertThat(complete(holders, "A")).containsExactly("A001 ", "A001/C01 ");
  }

  @Test
  void limitsThatWaitForASecondPersonAreCompleted() {
    RequestedLimits limits = new RequestedLimits();
    limits.limits =
        Fake.of(
            Limits.class,
            Map.of(
                "requests",
                arguments ->
                    List.of(
                        new Limits.Request(
                            Holder.parse("A001/C01"), Money.ZERO, "alice", Records.NOW, "why"))));
    assertThat(complete(limits, "")).containsExactly("A001/C01 ");
  }

  @Test
  void withoutTheServiceNothingIsOffered() {
    assertThat(complete(new AgencyCodes(), "")).isEmpty();
    assertThat(complete(new HolderCodes(), "")).isEmpty();
    assertThat(complete(new RequestedLimits(), "")).isEmpty();
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
