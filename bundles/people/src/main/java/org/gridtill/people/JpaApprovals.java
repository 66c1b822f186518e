package org.gridtill.people;

import java.time.Instant;
import java.util.List;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.approvals.Act;
import org.gridtill.api.platform.approvals.Act.Kind;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.approvals.Request;
import org.gridtill.api.platform.approvals.Request.State;
import org.gridtill.api.platform.people.Caller;
import org.gridtill.api.platform.people.Role;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.VendorTrust;
import org.gridtill.store.people.ApprovalRow;
import org.gridtill.store.people.PersonRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests in the database. What is done to people is done in the transaction that approves it. A
 * vendor's trust is in files, which no transaction holds; so that is approved first, in a
 * transaction, then done, and done again at the next start if the platform has ended in between.
 */
@Component(service = Approvals.class, immediate = true)
public class JpaApprovals implements Approvals {

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final JpaPeople people;
  private final ApprovedTrust trust;

  /** Made by Declarative Services. */
  @Activate
  public JpaApprovals(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference JpaPeople people,
      @Reference VendorTrust vendors) {
    this.jpa = jpa;
    this.clock = clock;
    this.people = people;
    trust = new ApprovedTrust(jpa, people.acts(), vendors);
    trust.finish();
  }

  @Override
  public boolean isNeeded(Act act, Caller by) {
    return jpa.txExpr(TransactionType.Required, em -> isNeeded(em, act, by));
  }

  private static boolean isNeeded(EntityManager em, Act act, Caller by) {
    return isAboutAdministrators(em, act) && SecondPerson.isNeeded(em, by);
  }

  private static boolean isAboutAdministrators(EntityManager em, Act act) {
    return switch (act.kind()) {
      case VENDOR_TRUST -> true;
      case PERSON_ADD -> SecondPerson.isOne(act.roles());
      case PERSON_ASSIGN -> SecondPerson.isOne(act.roles()) || isOne(em, act.subject());
      case PERSON_RESET -> isOne(em, act.subject());
      case PERSON_UNLOCK ->
          isOne(em, act.subject()) && PersonTable.require(em, act.subject()).locked();
    };
  }

  private static boolean isOne(EntityManager em, String name) {
    return PersonTable.find(em, name).filter(row -> SecondPerson.isOne(row.roles())).isPresent();
  }

  @Override
  public Asked ask(Act act, Caller by) {
    require(act);
    Instant now = clock.now();
    Instant until = now.plus(people.settings().approval());
    boolean password = act.kind() == Kind.PERSON_ADD || act.kind() == Kind.PERSON_RESET;
    String first = password ? Passwords.half() : null;
    String second = password ? Passwords.half() : null;
    String hash = password ? people.hash(first + "-" + second) : null;
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          PersonTable.lock(em);
          if (!isNeeded(em, act, by)) {
            throw new IllegalStateException("this needs nobody else");
          }
          ApprovalTable.waiting(em, act, now)
              .ifPresent(
                  row -> {
                    throw new IllegalStateException(
                        "this is asked for already, as request " + row.number());
                  });
          ApprovalRow row =
              new ApprovalRow(
                  ApprovalTable.nextNumber(em),
                  act.kind().name(),
                  act.subject(),
                  by.person(),
                  now.toEpochMilli(),
                  until.toEpochMilli());
          row.setPerson(
              act.roles().isEmpty() ? null : Role.words(act.roles()), act.unit(), howIs(em, act));
          row.setVendor(act.certificate(), act.fingerprint());
          row.setPassword(hash, second);
          em.persist(row);
          record(by, "approval-ask", row.number(), null, act.words());
          return new Asked(row.number(), until, first);
        });
  }

  private void require(Act act) {
    switch (act.kind()) {
      case PERSON_ADD -> {
        JpaPeople.requireName(act.subject());
        JpaPeople.requireUnit(act.roles(), act.unit());
      }
      case PERSON_ASSIGN -> JpaPeople.requireUnit(act.roles(), act.unit());
      case VENDOR_TRUST -> trust.require(act);
      default -> {}
    }
  }

  /** Returns how the person is whom an act is about; null if it is about nobody who is there. */
  private static String howIs(EntityManager em, Act act) {
    return switch (act.kind()) {
      case VENDOR_TRUST -> null;
      case PERSON_ADD -> {
        PersonActs.requireFree(em, act.subject());
        yield null;
      }
      default -> PersonTable.words(PersonTable.require(em, act.subject()));
    };
  }

  @Override
  public Approved approve(long number, String confirmation, Caller by) {
    Approved approved =
        jpa.txExpr(
            TransactionType.Required,
            em -> {
              PersonTable.lock(em);
              ApprovalRow row = ApprovalTable.require(em, number);
              requireApprovable(em, row, confirmation, by);
              String half = row.secondHalf();
              boolean vendor = row.kind().equals(Kind.VENDOR_TRUST.name());
              carryOut(em, row, by);
              ApprovalTable.decide(em, number, vendor ? State.APPROVED : State.DONE, by.person());
              String words = ApprovalTable.act(row).words();
              record(by, "approval-approve", number, "asked for by " + row.requestedBy(), words);
              em.refresh(row);
              return new Approved(ApprovalTable.request(row, clock.now()), half, List.of());
            });
    if (approved.request().state() != State.APPROVED) {
      return approved;
    }
    List<BundleVerdict> verdicts = trust.carryOut(approved.request());
    Request done =
        jpa.txExpr(
            TransactionType.Required,
            em -> ApprovalTable.request(ApprovalTable.require(em, number), clock.now()));
    return new Approved(done, null, verdicts);
  }

  private void requireApprovable(
      EntityManager em, ApprovalRow row, String confirmation, Caller by) {
    if (row.requestedBy().equals(by.person())) {
      throw new IllegalStateException(
          by.person() + " has asked for this; another administrator approves it");
    }
    State state = ApprovalTable.request(row, clock.now()).state();
    if (state != State.REQUESTED) {
      throw new IllegalStateException(
          "request " + row.number() + " does not wait any more; it is " + state);
    }
    Act act = ApprovalTable.act(row);
    if (!sameText(confirmation, act.confirmation())) {
      throw new IllegalArgumentException(
          "request " + row.number() + " is about " + act.confirmation() + "; look again");
    }
    // Who asked with a user of the file is not in the database, and cannot be looked up.
    PersonTable.find(em, row.requestedBy())
        .filter(asker -> !PersonActs.isAdministrator(asker))
        .ifPresent(
            asker -> {
              throw new IllegalStateException(
                  asker.name() + ", who has asked for this, is no administrator any more");
            });
    String was = howIs(em, act);
    if (was != null && !was.equals(row.was())) {
      throw new IllegalStateException(
          act.subject() + " was " + row.was() + " when this was asked for, and is " + was);
    }
  }

  private static boolean sameText(String one, String other) {
    return one.replace(":", "").equalsIgnoreCase(other.replace(":", ""));
  }

  private void carryOut(EntityManager em, ApprovalRow row, Caller by) {
    Act act = ApprovalTable.act(row);
    String name = act.subject();
    String details = "request " + row.number() + " of " + row.requestedBy();
    Instant until = clock.now().plus(people.settings().oneTime());
    switch (act.kind()) {
      case PERSON_ADD -> {
        PersonRow person =
            JpaPeople.newcomer(name, act.roles(), act.unit(), row.passwordHash(), until);
        people.acts().add(em, person, by, details);
      }
      case PERSON_ASSIGN -> people.acts().assign(em, name, act.roles(), act.unit(), by, details);
      case PERSON_RESET ->
          people.acts().reset(em, name, row.passwordHash(), until.toEpochMilli(), by, details);
      case PERSON_UNLOCK -> people.acts().unlock(em, name, by, details);
      default -> {
        // A vendor's trust is carried out once this is committed.
      }
    }
  }

  @Override
  public Request refuse(long number, Caller by) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          PersonTable.lock(em);
          ApprovalRow row = ApprovalTable.require(em, number);
          ApprovalTable.decide(em, number, State.REFUSED, by.person());
          record(by, "approval-refuse", number, ApprovalTable.act(row).words(), null);
          em.refresh(row);
          return ApprovalTable.request(row, clock.now());
        });
  }

  @Override
  public List<Request> list() {
    Instant now = clock.now();
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            ApprovalTable.latest(em).stream().map(row -> ApprovalTable.request(row, now)).toList());
  }

  private void record(Caller by, String act, long number, String before, String after) {
    people.acts().record(by, act, String.valueOf(number), before, after, "");
  }
}
