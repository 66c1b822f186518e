package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.shell.Records.PAYMENT;
import static org.gridtill.shell.Records.TODAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.terminals.TerminalRegistry;
import org.gridtill.api.platform.transactions.ReversalDesk;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.ReversibleAmount;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversalCommandsTest {

  private final List<String> calls = new ArrayList<>();
  private final List<ReversalDesk.Authorization> authorizations = new ArrayList<>();
  private ReversalRule obstacle;
  private Integer remainingCount = 8;
  private Money remainingAmount = Money.ofFen(500_000);
  private Map<ReversalRule, Integer> forbidden = Map.of();
  private TransactionRecord after = Records.payment(TransactionState.REVERSED);

  private final ReversalDesk desk =
      Fake.of(
          ReversalDesk.class,
          Map.of(
              "reversible", arguments -> reversible(arguments),
              "obstacle", arguments -> Optional.ofNullable(obstacle),
              "authorizations", arguments -> authorizations,
              "request", arguments -> decide("request", arguments),
              "authorize", arguments -> decide("authorize", arguments)));

  private Object decide(String name, Object[] arguments) {
    if (obstacle != null) {
      throw new IllegalStateException(obstacle.words());
    }
    calls.add(name + Arrays.asList(arguments));
    return after;
  }

  private ReversibleAmount reversible(Object[] arguments) {
    return new ReversibleAmount(
        (ReversibleAmount.Scope) arguments[0],
        (String) arguments[1],
        TODAY,
        12,
        Money.ofFen(123_400),
        remainingCount,
        remainingAmount,
        forbidden);
  }

  private ReversibleAmountCommand amount(String agency) {
    ReversibleAmountCommand command = new ReversibleAmountCommand();
    command.agency = agency;
    command.desk = desk;
    command.credit = Lines.service(Lines.line("A001", null), Lines.line("A001/C7", null));
    command.terminals =
        Fake.of(TerminalRegistry.class, Map.of("find", arguments -> Optional.empty()));
    return command;
  }

  @Test
  void theReversibleAmountSaysWhyTheRestIsNot() throws Exception {
    forbidden = Map.of(ReversalRule.CARD_CLEARED, 2, ReversalRule.NOT_REMITTED, 13);
    assertThat(new Printed().run(amount("A001")))
        .containsExactly(
            "Agency          A001",
            "Accounting day  2026-11-23",
            "Reversible      12 transactions, 1234.00 yuan",
            "Left in number  8",
            "Left in yuan    5000.00",
            "",
            "Not reversible",
            "Count | Rule         | Why",
            "------+--------------+----------------------------------",
            "   13 | NOT_REMITTED | the money is remitted",
            "    2 | CARD_CLEARED | the sale is or may be on the card");
  }

  @Test
  void aCollectorIsNamedWithTheAgency() throws Exception {
    remainingCount = null;
    remainingAmount = null;
    ReversibleAmountCommand command = amount(null);
    command.collector = "A001/C7";
    assertThat(new Printed().run(command))
        .startsWith("Collector       A001/C7")
        .contains("Left in number  no limit", "Left in yuan    no limit", "none");
    command.collector = "C7";
    assertThatThrownBy(Recorded.by(command)::execute)
        .hasMessage("a collector is given as AGENCY/COLLECTOR");
    command.collector = "A009/C7";
    assertThatThrownBy(Recorded.by(command)::execute).hasMessage("no agency A009");
  }

  @Test
  void exactlyOneIsAskedAbout() {
    assertThatThrownBy(Recorded.by(amount(null))::execute)
        .hasMessage("name an agency, or give --collector or --terminal");
    ReversibleAmountCommand two = amount("A001");
    two.terminal = "T0000001";
    assertThatThrownBy(Recorded.by(two)::execute)
        .hasMessage("name an agency, or give --collector or --terminal");
    two.agency = null;
    assertThatThrownBy(Recorded.by(two)::execute).hasMessage("no terminal T0000001");
    assertThatThrownBy(Recorded.by(amount("A009"))::execute).hasMessage("no agency A009");
    assertThatThrownBy(Recorded.by(amount("A001/C7"))::execute)
        .hasMessage("wrong agency code: A001/C7");
  }

  private ReversalCheckCommand check() {
    ReversalCheckCommand command = new ReversalCheckCommand();
    command.desk = desk;
    command.serial = PAYMENT.toString();
    return command;
  }

  @ParameterizedTest
  @CsvSource({
    ", may be reversed",
    "NOT_REMITTED, may not be reversed: the money is remitted (NOT_REMITTED)",
    "SECOND_PERSON, may be reversed once a second person authorizes it (SECOND_PERSON)",
  })
  void theRuleThatForbidsAReversalIsNamed(ReversalRule rule, String said) throws Exception {
    obstacle = rule;
    assertThat(new Printed().run(check())).containsExactly("transaction 000000000041 " + said);
  }

  @Test
  void whatIsNoSerialNumberIsRefused() {
    ReversalCheckCommand command = check();
    command.serial = "41";
    assertThatThrownBy(Recorded.by(command)::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("a serial number is 12 digits: 41");
  }

  private ReversalRequestCommand request() {
    ReversalRequestCommand command = new ReversalRequestCommand();
    command.desk = desk;
    command.serial = PAYMENT.toString();
    command.reason = "wrong consumer";
    return command;
  }

  private ReversalAuthorizeCommand authorize() {
    ReversalAuthorizeCommand command = new ReversalAuthorizeCommand();
    command.desk = desk;
    command.serial = PAYMENT.toString();
    return command;
  }

  @Test
  void twoPersonsReverseInTheirOwnNames() throws Exception {
    assertThat(As.user("alice", () -> new Printed().run(request())))
        .containsExactly(
            "alice has asked for the reversal of 000000000041; another person authorizes it with"
                + " reversal-authorize");
    assertThat(As.user("bob", () -> new Printed().run(authorize())))
        .containsExactly("bob has authorized the reversal of 000000000041; it is reversed");
    assertThat(calls)
        .containsExactly(
            "request[000000000041, alice, wrong consumer]", "authorize[000000000041, bob]");
  }

  @Test
  void nobodyReversesWithoutALogin() {
    for (ReversalCommand command : List.of(request(), authorize())) {
      assertThatThrownBy(() -> As.console(Recorded.by(command)::execute))
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("nobody is logged in here");
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void aRuleThatForbidsItIsTheError() {
    obstacle = ReversalRule.SAME_ACCOUNTING_DAY;
    assertThatThrownBy(() -> As.user("alice", Recorded.by(request())::execute))
        .isInstanceOf(CommandException.class)
        .hasMessage("its accounting day is over");
  }

  @ParameterizedTest
  @CsvSource({
    "REVERSING, the billing system is being asked to undo it",
    "COMPLETED, it is reversed when its terminal repeats the reversal",
    "IN_DOUBT, it is IN_DOUBT",
  })
  void whatCameOfAnAuthorizationIsTold(TransactionState state, String said) throws Exception {
    after = Records.payment(state);
    assertThat(As.user("bob", () -> new Printed().run(authorize())))
        .containsExactly("bob has authorized the reversal of 000000000041; " + said);
  }

  @Test
  void whatWaitsForASecondPersonIsListed() throws Exception {
    ReversalListCommand command = new ReversalListCommand();
    command.desk = desk;
    command.engine =
        Fake.of(
            TransactionEngine.class,
            Map.of("find", arguments -> Optional.of(Records.payment(TransactionState.COMPLETED))));
    assertThat(new Printed().run(command)).contains("no reversals");
    authorizations.add(new ReversalDesk.Authorization(PAYMENT, "alice", "wrong consumer", null));
    assertThat(new Printed().run(command))
        .last()
        .isEqualTo(
            "000000000041 | BILL_PAYMENT | A001   | 0100000001 | 100.50 | alice        | wrong"
                + " consumer | -");
  }
}
