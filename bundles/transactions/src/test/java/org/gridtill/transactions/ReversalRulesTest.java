package org.gridtill.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridtill.api.adapter.TransactionKind;
import org.gridtill.api.platform.transactions.CardState;
import org.gridtill.api.platform.transactions.MeterState;
import org.gridtill.api.platform.transactions.ReversalRule;
import org.gridtill.api.platform.transactions.TransactionState;
import org.gridtill.store.transactions.MeterSaleRow;
import org.gridtill.store.transactions.TransactionRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReversalRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** A transaction, a wish and a day that all rules like, and what can be spoilt about them. */
  private static final class Case {
    private TransactionKind kind = TransactionKind.CARD_RECHARGE;
    private TransactionState state = TransactionState.COMPLETED;
    private long amount = 3000;
    private String agency = "A001";
    private String collector = "C1";
    private long wishedAmount = 3000;
    private LocalDate today = TODAY;
    private boolean remitted;
    private boolean invoiced;
    private CardState card = CardState.NOT_WRITTEN;
    private MeterState meter = MeterState.WAITING;
    private boolean underOrder;

    Optional<ReversalRule> obstacle() {
      return ReversalRules.obstacle(
          row(), sale(), new ReversalRules.Wish(agency, collector, wishedAmount), today);
    }

    private TransactionRow row() {
      TransactionRow row =
          new FlaggedRow(
              new TransactionRow.Key("T1", "000001", "000001", "A001", "C1", "pos"),
              new TransactionRow.Order(kind.name(), "0100000001", amount, null, null, TODAY),
              remitted,
              invoiced);
      row.settle(state.name(), 1);
      return row;
    }

    private MeterSaleRow sale() {
      if (!Kinds.hasMeterSale(kind)) {
        return null;
      }
      MeterSaleRow sale = new MeterSaleRow(1, "0100000001", null, card.name(), meter.name());
      if (underOrder) {
        sale.openOrder(2);
      }
      return sale;
    }
  }

  /** Nothing sets the flags yet but the database. */
  private static final class FlaggedRow extends TransactionRow {
    private final boolean remitted;
    private final boolean invoiced;

    FlaggedRow(Key key, Order order, boolean remitted, boolean invoiced) {
      super(1, key, order, 1);
      this.remitted = remitted;
      this.invoiced = invoiced;
    }

    @Override
    public long fundBatch() {
      return remitted ? 7 : 0;
    }

    @Override
    public boolean invoiced() {
      return invoiced;
    }
  }

  /** How each rule that follows from the transaction itself is broken. */
  private static Map<ReversalRule, Consumer<Case>> breaches() {
    Map<ReversalRule, Consumer<Case>> breaches = new EnumMap<>(ReversalRule.class);
    breaches.put(ReversalRule.COMPLETED, c -> c.state = TransactionState.IN_DOUBT);
    breaches.put(ReversalRule.TAKES_MONEY, c -> c.amount = 0);
    breaches.put(ReversalRule.SAME_AGENCY, c -> c.agency = "A002");
    breaches.put(ReversalRule.SAME_COLLECTOR, c -> c.collector = "C2");
    breaches.put(ReversalRule.FULL_AMOUNT, c -> c.wishedAmount = 2999);
    breaches.put(ReversalRule.SAME_ACCOUNTING_DAY, c -> c.today = TODAY.plusDays(1));
    breaches.put(ReversalRule.NOT_REMITTED, c -> c.remitted = true);
    breaches.put(ReversalRule.INVOICE_NOT_ISSUED, c -> c.invoiced = true);
    breaches.put(ReversalRule.METER_NOT_CREDITED, c -> c.meter = MeterState.TAKEN);
    breaches.put(ReversalRule.CARD_CLEARED, c -> c.card = CardState.WRITTEN);
    return breaches;
  }

  @Test
  void allowWhatNothingIsAgainst() {
    assertThat(new Case().obstacle()).isEmpty();
  }

  @Test
  void eachForbidAlone() {
    breaches()
        .forEach(
            (rule, breach) -> {
              Case broken = new Case();
              breach.accept(broken);
              assertThat(broken.obstacle()).as("%s", rule).contains(rule);
            });
  }

  /** Of any two that are broken, the one that stands first in the list of rules is named. */
  @Test
  void areNamedInTheirOrder() {
    List<ReversalRule> rules = new ArrayList<>(breaches().keySet());
    for (int i = 0; i < rules.size(); i++) {
      for (int j = i + 1; j < rules.size(); j++) {
        Case broken = new Case();
        breaches().get(rules.get(i)).accept(broken);
        breaches().get(rules.get(j)).accept(broken);
        assertThat(broken.obstacle())
            .as("%s before %s", rules.get(i), rules.get(j))
            .contains(rules.get(i));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TransactionState.class)
  void allowOnlyWhatIsDone(TransactionState state) {
    Case c = new Case();
    c.state = state;

    assertThat(c.obstacle().isEmpty()).isEqualTo(state == TransactionState.COMPLETED);
  }

  @ParameterizedTest
  @EnumSource(CardState.class)
  void allowOnlyWhatIsSurelyOffTheCard(CardState card) {
    Case c = new Case();
    c.card = card;
    boolean off =
        card == CardState.NONE || card == CardState.NOT_WRITTEN || card == CardState.CLEARED;

    assertThat(c.obstacle())
        .isEqualTo(off ? Optional.empty() : Optional.of(ReversalRule.CARD_CLEARED));
    c.underOrder = true;
    assertThat(c.obstacle()).as("an order is under way").contains(ReversalRule.CARD_CLEARED);
  }

  @ParameterizedTest
  @CsvSource({"NONE,", "WAITING,METER_ANSWERED", "TAKEN,METER_NOT_CREDITED", "REFUSED,"})
  void waitForTheMeterOverTheAir(MeterState meter, ReversalRule rule) {
    Case c = new Case();
    c.kind = TransactionKind.REMOTE_RECHARGE;
    c.card = CardState.NONE;
    c.meter = meter;

    assertThat(c.obstacle()).isEqualTo(Optional.ofNullable(rule));
  }

  @ParameterizedTest
  @EnumSource(names = {"BILL_PAYMENT", "PREPAYMENT"})
  void askNoMeterAboutWhatHasNone(TransactionKind kind) {
    Case c = new Case();
    c.kind = kind;

    assertThat(c.obstacle()).isEmpty();
  }

  @Test
  void allowOnTheBillingSystemsDayIfThatIsTomorrowHere() {
    Case c = new Case();
    c.today = TODAY.minusDays(1);

    assertThat(c.obstacle()).isEmpty();
  }

  @Test
  void lookAtTheOwnersWishAsTheirOwn() {
    Case c = new Case();
    TransactionRow row = c.row();

    assertThat(ReversalRules.obstacle(row, c.sale(), ReversalRules.Wish.ofOwner(row), c.today))
        .isEmpty();
  }
}
