package org.gridtill.credit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.FundBatch;
import org.gridtill.api.platform.credit.FundBatch.State;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.Remittances;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.transactions.CollectedMoney;
import org.gridtill.api.platform.transactions.CollectedMoney.Collected;
import org.gridtill.store.credit.FundBatchRow;
import org.gridtill.store.credit.FundPartRow;
import org.gridtill.store.credit.FundSlipRow;
import org.gridtill.store.credit.HolderRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where agencies and collectors remit. Each step is one commit that locks in one order: the
 * counter, which is the lock on all fund batches; transactions; collectors; their agency.
 */
@Component
public class RemittanceDesk implements Remittances {

  private static final int LONGEST_SLIP_NO = 32;

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final CollectedMoney money;
  private final Settlement settlement;

  /** Made by Declarative Services. */
  @Activate
  public RemittanceDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference CollectedMoney money,
      @Reference Journal journal) {
    this.jpa = jpa;
    this.clock = clock;
    this.money = money;
    this.settlement = new Settlement(journal, clock);
  }

  @Override
  public FundBatch close(Holder holder, String person) {
    Holders.requirePerson(person);
    return jpa.txExpr(TransactionType.Required, em -> close(em, holder, person));
  }

  private FundBatch close(EntityManager em, Holder holder, String person) {
    Holders.get(em, holder);
    long number = FundTable.nextBatch(em);
    List<Collected> taken = money.take(holder, number);
    if (taken.isEmpty()) {
      throw new IllegalStateException(holder + " has nothing to remit");
    }
    FundBatchRow batch =
        new FundBatchRow(number, holder.agencyCode(), holder.collectorCode(), State.CLOSED.name());
    for (Collected part : taken) {
      long amount = part.amount().fen();
      batch.add(part.transactions(), amount, part.firstDay(), part.lastDay());
      em.persist(new FundPartRow(number, part.holder().toString(), part.transactions(), amount));
    }
    long unpaid = FundTable.unpaid(em, holder.agencyCode());
    // Only under the agency's lock is what it uses certain; its collectors come before it.
    taken.stream()
        .map(Collected::holder)
        .filter(Holder::isCollector)
        .sorted(java.util.Comparator.comparing(Holder::toString))
        .forEach(collector -> Holders.lock(em, collector));
    HolderRow agency = Holders.lock(em, holder.agency());
    long used = Math.max(0, -agency.netPosition());
    batch.due(Math.min(batch.collected(), Math.max(0, used - unpaid)));
    batch.closed(now(), person);
    em.persist(batch);
    em.flush();
    note(em, batch, person, "closes fund batch " + FundBatch.reference(number));
    if (batch.due() == 0) {
      Positions positions = new Positions();
      settlement.settle(em, batch, positions);
      positions.make(em);
    }
    return FundTable.batch(em, batch);
  }

  @Override
  public void reopen(long number, String person) {
    Holders.requirePerson(person);
    jpa.tx(
        TransactionType.Required,
        em -> {
          FundTable.lock(em);
          FundBatchRow batch = FundTable.get(em, number);
          require(batch, State.CLOSED);
          money.putBack(FundTable.holder(batch), number);
          FundTable.parts(em, number).forEach(em::remove);
          em.remove(batch);
          em.flush();
          Holders.lock(em, FundTable.holder(batch));
          note(em, batch, person, "opens fund batch " + FundBatch.reference(number) + " again");
        });
  }

  @Override
  public FundBatch declare(long number, Money amount, String person) {
    return change(
        number,
        person,
        (em, batch) -> {
          require(batch, State.CLOSED);
          if (amount.fen() != batch.due()) {
            throw new IllegalStateException(
                Money.ofFen(batch.due()) + " is due for fund batch " + number + ", not " + amount);
          }
          batch.state(State.DECLARED.name());
          Holders.lock(em, FundTable.holder(batch));
          note(em, batch, person, "declares fund batch " + FundBatch.reference(number));
        });
  }

  @Override
  public FundBatch deposited(long number, String slipNo, Money amount, String person) {
    Holders.require("slip's number", slipNo, LONGEST_SLIP_NO);
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("the amount on a slip is positive, not " + amount);
    }
    Holders.requireBearable(amount);
    return change(number, person, (em, batch) -> deposit(em, batch, slipNo, amount, person));
  }

  private void deposit(
      EntityManager em, FundBatchRow batch, String slipNo, Money amount, String person) {
    Optional<FundSlipRow> known = FundTable.slip(em, batch.batch(), slipNo);
    if (known.isPresent()) {
      Money before = Money.ofFen(known.get().amount());
      if (!before.equals(amount)) {
        throw new IllegalStateException(
            "slip " + slipNo + " was noted with " + before + ", not " + amount);
      }
      return;
    }
    require(batch, State.DECLARED, State.DEPOSITED, State.SHORT);
    em.persist(new FundSlipRow(batch.batch(), slipNo, amount.fen(), now(), person));
    batch.addDeposited(amount.fen());
    if (batch.state().equals(State.DECLARED.name())) {
      batch.state(State.DEPOSITED.name());
    }
  }

  @Override
  public FundBatch acceptShortage(long number, String person, String reason) {
    Holders.requireReason(reason);
    return change(
        number,
        person,
        (em, batch) -> {
          require(batch, State.DECLARED, State.DEPOSITED, State.SHORT);
          if (batch.closedBy().equals(person)) {
            throw new IllegalStateException(
                person + " has closed the batch; somebody else must accept the shortage");
          }
          Positions positions = new Positions();
          settlement.settle(em, batch, positions);
          batch.accepted(person, reason);
          em.flush();
          positions.make(em);
          Holders.lock(em, FundTable.holder(batch));
          Money missing = Money.ofFen(batch.due() - batch.arrived());
          note(
              em,
              batch,
              person,
              "accepts that "
                  + missing
                  + " is missing in fund batch "
                  + FundBatch.reference(number)
                  + ": "
                  + reason);
        });
  }

  private FundBatch change(
      long number, String person, BiConsumer<EntityManager, FundBatchRow> change) {
    Holders.requirePerson(person);
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          FundTable.lock(em);
          FundBatchRow batch = FundTable.get(em, number);
          change.accept(em, batch);
          return FundTable.batch(em, batch);
        });
  }

  private static void require(FundBatchRow batch, State... states) {
    if (List.of(states).stream().noneMatch(state -> state.name().equals(batch.state()))) {
      throw new IllegalStateException("fund batch " + batch.batch() + " is " + batch.state());
    }
  }

  @Override
  public Optional<FundBatch> find(long number) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Optional.ofNullable(em.find(FundBatchRow.class, number))
                .map(row -> FundTable.batch(em, row)));
  }

  @Override
  public List<FundBatch> list(String agencyCode, boolean openOnly, int limit) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          if (agencyCode != null) {
            Holders.get(em, Holder.agency(agencyCode));
          }
          return FundTable.list(em, agencyCode, openOnly, limit);
        });
  }

  /** Under the lock on the batch's holder. */
  private void note(EntityManager em, FundBatchRow batch, String person, String words) {
    Holders.note(em, FundTable.holder(batch), person, now(), words);
  }

  private long now() {
    return clock.now().toEpochMilli();
  }
}
