package org.gridtill.credit;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.accounts.Journal;
import org.gridtill.api.platform.credit.BankAccount;
import org.gridtill.api.platform.credit.BankMovement;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.files.BadFileException;
import org.gridtill.api.platform.files.BadFileException.BadLine;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.credit.BankMovementRow;
import org.gridtill.store.credit.FundBatchRow;
import org.gridtill.store.credit.HolderRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the bank's statements are imported, and what they do not say is added. */
@Component
public class BankDesk implements BankAccount {

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final Journal journal;
  private final Outbox outbox;
  private final CreditWatch watch;

  /** Made by Declarative Services. */
  @Activate
  public BankDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference Journal journal,
      @Reference Outbox outbox,
      @Reference CreditWatch watch) {
    this.jpa = jpa;
    this.clock = clock;
    this.journal = journal;
    this.outbox = outbox;
    this.watch = watch;
  }

  /** What a commit has done, and whose money it was. */
  private record Done<T>(T result, Set<String> agencies) {}

  @Override
  public Imported importStatement(Reader statement, String person) throws IOException {
    Holders.requirePerson(person);
    StatementFile.Content content = StatementFile.read(statement);
    return afterwards(jpa.txExpr(TransactionType.Required, em -> importAll(em, content, person)));
  }

  /** Lets agencies take money again whose late money has come. */
  private <T> T afterwards(Done<T> done) {
    watch.lookAt(done.agencies());
    return done.result();
  }

  private Done<Imported> importAll(EntityManager em, StatementFile.Content content, String person) {
    FundTable.lock(em);
    List<BadLine> bad = new ArrayList<>(content.bad());
    KnownMovements known = KnownMovements.of(em, content.lines());
    List<StatementFile.Line> fresh = new ArrayList<>();
    for (StatementFile.Line line : content.lines()) {
      known.contradiction(line).ifPresent(words -> bad.add(new BadLine(line.number(), words)));
      if (!known.contains(line)) {
        fresh.add(line);
      }
    }
    if (!bad.isEmpty()) {
      bad.sort(Comparator.comparingLong(BadLine::number));
      throw new BadFileException(bad);
    }
    Intake intake = new Intake(em, journal, clock, outbox);
    List<BankMovementRow> movements =
        fresh.stream().map(line -> take(em, intake, line, person)).toList();
    intake.finish().forEach(intake::unmatched);
    return new Done<>(count(movements, content.lines().size()), intake.agencies());
  }

  private static Imported count(List<BankMovementRow> movements, int lines) {
    int matched = (int) movements.stream().filter(m -> m.batch() != null).count();
    int unmatched = (int) movements.stream().filter(m -> m.agencyCode() == null).count();
    int own = movements.size() - matched - unmatched;
    return new Imported(matched, own, unmatched, lines - movements.size());
  }

  private BankMovementRow take(
      EntityManager em, Intake intake, StatementFile.Line line, String person) {
    BankMovementRow movement =
        new BankMovementRow(
            FundTable.nextMovement(em), line.reference(), line.date(), line.amount().fen());
    movement.says(line.payer(), line.text());
    movement.imported(clock.now().toEpochMilli(), person);
    em.persist(movement);
    Intake.Entry entry = Intake.Entry.imported(movement);
    PaymentText named = PaymentText.of(line.text());
    FundBatchRow batch = named.batch() == null ? null : em.find(FundBatchRow.class, named.batch());
    String agency = batch == null ? named.agencyCode() : batch.agencyCode();
    if (agency == null || !mayPay(em, agency)) {
      intake.unmatched(entry);
    } else if (batch != null && line.amount().isPositive()) {
      intake.toBatch(entry, batch);
    } else if (batch == null && line.amount().isPositive()) {
      intake.toOwnMoney(entry, agency);
    } else if (batch == null) {
      intake.payOut(entry, agency);
    } else {
      // Money of a batch that went back: somebody must look at it.
      intake.unmatched(entry);
    }
    return movement;
  }

  /** Tells whether there is such an agency, and it is not closed. */
  private static boolean mayPay(EntityManager em, String agencyCode) {
    HolderRow row = em.find(HolderRow.class, agencyCode);
    return row != null && !row.state().equals(HolderState.CLOSED.name());
  }

  @Override
  public BankMovement assign(String bankReference, String target, String person) {
    Holders.requirePerson(person);
    return afterwards(
        jpa.txExpr(TransactionType.Required, em -> assign(em, bankReference, target, person)));
  }

  private Done<BankMovement> assign(
      EntityManager em, String bankReference, String target, String person) {
    FundTable.lock(em);
    BankMovementRow movement = BankTable.get(em, bankReference);
    if (movement.agencyCode() != null) {
      throw new IllegalStateException(
          bankReference + " is money of " + movement.agencyCode() + " already");
    }
    FundBatchRow batch = PaymentText.isReference(target) ? batch(em, target) : null;
    String agency = batch == null ? target : batch.agencyCode();
    Holders.get(em, Holder.agency(agency));
    if (!mayPay(em, agency)) {
      throw new IllegalStateException(agency + " is closed");
    }
    long number = FundTable.nextMovement(em);
    movement.assigned(number, clock.now().toEpochMilli(), person);
    Intake intake = new Intake(em, journal, clock, outbox);
    Intake.Entry entry = Intake.Entry.assigned(movement, number);
    if (movement.amount() < 0) {
      requireNoBatch(batch);
      intake.payOut(entry, agency);
    } else if (batch != null) {
      intake.toBatch(entry, batch);
    } else {
      intake.toOwnMoney(entry, agency);
    }
    if (!intake.finish().isEmpty()) {
      throw new IllegalStateException(
          agency + " has less than " + Money.ofFen(-movement.amount()) + " of its own");
    }
    return new Done<>(BankTable.movement(movement), intake.agencies());
  }

  private static FundBatchRow batch(EntityManager em, String reference) {
    return FundTable.get(em, Long.parseLong(reference.substring(2)));
  }

  private static void requireNoBatch(FundBatchRow batch) {
    if (batch != null) {
      throw new IllegalStateException("money that has left the bank belongs to no fund batch");
    }
  }

  @Override
  public List<BankMovement> unmatched() {
    return jpa.txExpr(TransactionType.Required, BankTable::unmatched);
  }

  @Override
  public List<BankMovement> list(String agencyCode, int limit) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          Holders.get(em, Holder.agency(agencyCode));
          return BankTable.list(em, agencyCode, limit);
        });
  }
}
