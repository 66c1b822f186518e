package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.shell.Records.NOW;
import static org.gridtill.shell.Records.PAYMENT;
import static org.gridtill.shell.Records.SALE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.TransactionEngine;
import org.gridtill.api.platform.transactions.TransactionRecord;
import org.gridtill.api.platform.transactions.TransactionState;
import org.junit.jupiter.api.Test;

class DoubtCommandsTest {

  private static final TransactionRecord IN_DOUBT = Records.payment(TransactionState.IN_DOUBT);
  private static final TransactionRecord UNWRITTEN =
      Records.recharge(TransactionState.COMPLETED, CardState.TO_WRITE, MeterState.WAITING);

  private final PlatformClock clock = Fake.of(PlatformClock.class, Map.of("now", a -> NOW));
  private final List<TransactionRecord> open = new ArrayList<>(List.of(IN_DOUBT, UNWRITTEN));
  private TransactionState outcome = TransactionState.COMPLETED;

  private final TransactionEngine engine =
      Fake.of(
          TransactionEngine.class,
          Map.of(
              "unsettled", arguments -> open.subList(0, Math.min((int) arguments[0], open.size())),
              "find",
                  arguments ->
                      open.stream().filter(t -> t.serialNo().equals(arguments[0])).findFirst(),
              "resolve",
                  arguments -> {
                    if (arguments[0].equals(SALE)) {
                      throw new IllegalStateException("the row is locked");
                    }
                    return Records.payment(outcome);
                  }));

  private DoubtListCommand list() {
    DoubtListCommand command = new DoubtListCommand();
    command.engine = engine;
    command.clock = clock;
    return command;
  }

  private DoubtResolveCommand resolve(String serial) {
    DoubtResolveCommand command = new DoubtResolveCommand();
    command.engine = engine;
    command.clock = clock;
    command.serial = serial;
    command.all = serial == null;
    return command;
  }

  @Test
  void whatIsOpenIsListedWithItsThreeFacts() throws Exception {
    assertThat(new Printed().run(list()))
        .containsExactly(
            "Serial       | Kind          | State     | Card     | Meter   | Terminal | Agency |"
                + " Amount |   Age | Asked | Next in",
            "-------------+---------------+-----------+----------+---------+----------+--------+"
                + "--------+-------+-------+--------",
            "000000000041 | BILL_PAYMENT  | IN_DOUBT  | -        | -       | T0000001 | A001   |"
                + " 100.50 | 1 min |     2 |       -",
            "000000000043 | CARD_RECHARGE | COMPLETED | TO_WRITE | WAITING | T0000001 | A001   |"
                + " 100.50 | 1 min |     2 |    30 s",
            "2 transactions; 201.00 yuan");
  }

  @Test
  void theSumLeavesOutWhatMovesNoMoney() throws Exception {
    open.set(
        1,
        Records.record(
            SALE,
            TransactionKind.CARD_REWRITE,
            TransactionState.IN_DOUBT,
            CardState.NONE,
            MeterState.NONE,
            NOW));
    assertThat(new Printed().run(list())).last().isEqualTo("2 transactions; 100.50 yuan");
  }

  @Test
  void aLimitThatCutsTheListIsSaid() throws Exception {
    DoubtListCommand command = list();
    command.limit = 1;
    assertThat(new Printed().run(command))
        .hasSize(4)
        .last()
        .isEqualTo("1 transaction, and more; 100.50 yuan");
    command.limit = 0;
    assertThatThrownBy(Recorded.by(command)::execute).hasMessage("--limit is 1 to 10000");
  }

  @Test
  void anEmptyListSaysSo() throws Exception {
    open.clear();
    assertThat(new Printed().run(list()))
        .contains("nothing is in doubt", "0 transactions; 0.00 yuan");
  }

  @Test
  void oneIsResolvedAndToldAbout() throws Exception {
    assertThat(new Printed().run(resolve(PAYMENT.toString())))
        .containsExactly(
            "000000000041 IN_DOUBT -> COMPLETED: completed: billed as S-77, in the journal");
    outcome = TransactionState.IN_DOUBT;
    assertThat(new Printed().run(resolve(PAYMENT.toString())))
        .containsExactly(
            "000000000041 still IN_DOUBT: in doubt for 1 min: the billing system gave no clear"
                + " answer and is asked again");
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthersInDoubt() {
    open.add(0, UNWRITTEN);
    open.remove(2);
    DoubtResolveCommand command = resolve(null);
    Printed printed = new Printed().by(command);
    assertThatThrownBy(Recorded.by(command)::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("1 transaction could not be asked about");
    assertThat(printed.lines())
        .containsExactly(
            "000000000043 could not be asked about: the row is locked",
            "000000000041 IN_DOUBT -> COMPLETED: completed: billed as S-77, in the journal",
            "2 transactions asked about, 1 settled");
  }

  @Test
  void whatToResolveMustBeSaid() {
    DoubtResolveCommand command = resolve(PAYMENT.toString());
    command.all = true;
    assertThatThrownBy(Recorded.by(command)::execute)
        .hasMessage("name a transaction, or give --all");
    DoubtResolveCommand neither = resolve(null);
    neither.all = false;
    assertThatThrownBy(Recorded.by(neither)::execute)
        .hasMessage("name a transaction, or give --all");
    assertThatThrownBy(Recorded.by(resolve("000000000099"))::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("no transaction 000000000099");
  }
}
