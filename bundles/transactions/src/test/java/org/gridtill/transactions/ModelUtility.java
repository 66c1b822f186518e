package org.gridtill.transactions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.MeterAccount;
import org.gridtill.api.adapter.billing.MeterOutcome;
import org.gridtill.api.adapter.billing.Purpose;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.card.CardReading;
import org.gridtill.api.adapter.card.CardType;
import org.gridtill.api.adapter.card.CardWallet;
import org.gridtill.api.adapter.card.CardWrite;
import org.gridtill.simulator.card.CardScript;
import org.gridtill.simulator.card.SubstituteCryptography;

/** The utility behind the model: what it sells, and the purchase count of each consumer's meter. */
final class ModelUtility {

  private final CardScript script = new CardScript(new SubstituteCryptography());
  private final Map<ConsumerNo, Integer> counts = new ConcurrentHashMap<>();
  private final Map<SerialNo, BillingConfirmation> done = new ConcurrentHashMap<>();
  private volatile LocalDate day;
  private volatile MeterOutcome overTheAir = MeterOutcome.PENDING;

  /** Books on this day from now on, whatever day an order says. */
  void bookOn(LocalDate newDay) {
    day = newDay;
  }

  /** Lets every meter answer so to credit over the air. */
  void answerOverTheAir(MeterOutcome outcome) {
    overTheAir = outcome;
  }

  static String meterNo(ConsumerNo consumer) {
    return "9" + consumer.value();
  }

  BillStatement statement(ConsumerNo consumer) {
    return new BillStatement(consumer, "Li", "Road 1", List.of(receivable(Money.ofFen(1234))));
  }

  MeterAccount account(ConsumerNo consumer) {
    return new MeterAccount(
        consumer,
        "Li",
        "Road 1",
        meterNo(consumer),
        false,
        count(consumer) > 0,
        count(consumer),
        Money.ZERO,
        Money.ofFen(1),
        Money.ofFen(1_000_000),
        Money.ZERO,
        true,
        "");
  }

  private int count(ConsumerNo consumer) {
    return counts.getOrDefault(consumer, 0);
  }

  /** Returns what an order was confirmed with; over the air, with what the meter says now. */
  BillingConfirmation confirmation(SerialNo serial) {
    BillingConfirmation c = done.get(serial);
    return c.meter() == null
        ? c
        : new BillingConfirmation(
            c.billingSerial(),
            c.accountingDate(),
            c.consumerName(),
            c.settled(),
            c.prepaid(),
            c.purchased(),
            c.card(),
            overTheAir);
  }

  BillingConfirmation bills(Money amount, LocalDate ordered) {
    return BillingConfirmation.ofBills(
        "S1", day == null ? ordered : day, "Li", List.of(receivable(amount)));
  }

  private static Receivable receivable(Money amount) {
    Money penalty = Money.ofFen(Math.min(100, amount.fen() - 1));
    return new Receivable("R1", YearMonth.of(2026, 10), amount.minus(penalty), penalty);
  }

  BillingResult<BillingConfirmation> execute(BillingOrder order, Predicate<SerialNo> isDone) {
    Purpose purpose = order.purpose();
    if (purpose instanceof Purpose.Bills) {
      return keep(order, bills(order.amount(), order.header().accountingDate()));
    }
    if (purpose instanceof Purpose.Prepayment) {
      return keep(order, confirmation(order, order.amount(), Money.ZERO, null, null));
    }
    if (purpose instanceof Purpose.RemoteRecharge) {
      return keep(order, confirmation(order, Money.ZERO, order.amount(), null, overTheAir));
    }
    if (purpose instanceof Purpose.CardOpening opening) {
      return count(order.consumer()) > 0
          ? ModelBilling.declined(DeclineReason.WRONG_CARD, "11208")
          : sell(order, opening.card(), CardType.OPENING);
    }
    if (purpose instanceof Purpose.CardRecharge recharge) {
      return recharge(order, recharge.card());
    }
    if (purpose instanceof Purpose.CardReplacement replacement) {
      CardWallet wallet = new CardWallet(Money.ZERO, count(order.consumer()));
      return write(order, sale(order, replacement.card(), CardType.REPLACEMENT, wallet));
    }
    return cardOrder(order, isDone);
  }

  private BillingResult<BillingConfirmation> recharge(BillingOrder order, CardReading card) {
    int returned = card.returnWrite().map(f -> f.purchaseCount()).orElse(-1);
    return returned == count(order.consumer())
        ? sell(order, card, CardType.PURCHASE)
        : ModelBilling.declined(DeclineReason.CARD_NOT_INSERTED, "11209");
  }

  private BillingResult<BillingConfirmation> sell(
      BillingOrder order, CardReading card, CardType type) {
    int next = count(order.consumer()) + 1;
    counts.put(order.consumer(), next);
    return write(order, sale(order, card, type, new CardWallet(order.amount(), next)));
  }

  private CardWrite sale(BillingOrder order, CardReading card, CardType type, CardWallet wallet) {
    ConsumerNo consumer = order.consumer();
    return script.sale(card, meterNo(consumer), consumer.value(), type, wallet);
  }

  private BillingResult<BillingConfirmation> cardOrder(
      BillingOrder order, Predicate<SerialNo> isDone) {
    boolean rewrite = order.purpose() instanceof Purpose.CardRewrite;
    SerialNo sale =
        order.purpose() instanceof Purpose.CardRewrite r
            ? r.sale()
            : ((Purpose.CardClearing) order.purpose()).sale();
    CardReading card =
        order.purpose() instanceof Purpose.CardRewrite r
            ? r.card()
            : ((Purpose.CardClearing) order.purpose()).card();
    if (!isDone.test(sale)) {
      return ModelBilling.declined(DeclineReason.ALREADY_REVERSED, "11215");
    }
    CardWallet wallet = done.get(sale).card().wallet();
    if (rewrite) {
      CardType type = wallet.purchaseCount() == 1 ? CardType.OPENING : CardType.PURCHASE;
      return write(order, sale(order, card, type, wallet));
    }
    int before = wallet.purchaseCount() - 1;
    CardWallet empty = before == 0 ? CardWallet.EMPTY : new CardWallet(Money.ZERO, before);
    return write(order, script.clearing(card, meterNo(order.consumer()), empty));
  }

  private BillingResult<BillingConfirmation> write(BillingOrder order, CardWrite card) {
    return keep(order, confirmation(order, Money.ZERO, order.amount(), card, null));
  }

  private BillingConfirmation confirmation(
      BillingOrder order, Money prepaid, Money purchased, CardWrite card, MeterOutcome meter) {
    LocalDate booked = day == null ? order.header().accountingDate() : day;
    return new BillingConfirmation("S1", booked, "Li", List.of(), prepaid, purchased, card, meter);
  }

  private BillingResult<BillingConfirmation> keep(BillingOrder order, BillingConfirmation c) {
    done.put(order.header().serialNo(), c);
    return new BillingResult.Confirmed<>(c);
  }

  /** Takes back what an order did; returns why not, or null. */
  DeclineReason undo(BillingOrder order) {
    boolean sells =
        order.purpose() instanceof Purpose.CardOpening
            || order.purpose() instanceof Purpose.CardRecharge;
    if (order.purpose() instanceof Purpose.RemoteRecharge && overTheAir == MeterOutcome.TAKEN) {
      return DeclineReason.METER_TOOK_CREDIT;
    }
    if (sells) {
      counts.merge(order.consumer(), -1, Integer::sum);
    }
    return null;
  }
}
