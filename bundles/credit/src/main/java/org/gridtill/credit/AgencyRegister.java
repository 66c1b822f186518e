package org.gridtill.credit;

import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.credit.Agencies;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.credit.HolderState;
import org.gridtill.api.platform.notifications.Notice;
import org.gridtill.api.platform.notifications.NoticeKind;
import org.gridtill.api.platform.notifications.Outbox;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.credit.HolderRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of agencies and collectors in the database. */
@Component(service = {Agencies.class, AgencyRegister.class})
public class AgencyRegister implements Agencies {

  static final int LONGEST_NAME = 100;
  private static final int LONGEST_CONTACT = 64;
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final Outbox outbox;

  /** Made by Declarative Services. */
  @Activate
  public AgencyRegister(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      @Reference Outbox outbox) {
    this.jpa = jpa;
    this.clock = clock;
    this.outbox = outbox;
  }

  @Override
  public void addAgency(String code, String name, String parentCode) {
    Holder agency = Holder.agency(code);
    Holders.require("agency's name", name, LONGEST_NAME);
    jpa.tx(TransactionType.Required, em -> add(em, agency, name, parentCode));
  }

  @Override
  public void addCollector(Holder collector, String name) {
    if (!collector.isCollector()) {
      throw new IllegalArgumentException("a collector needs a code: " + collector);
    }
    Holders.require("collector's name", name, LONGEST_NAME);
    jpa.tx(TransactionType.Required, em -> add(em, collector, name, collector.agencyCode()));
  }

  private static void add(EntityManager em, Holder holder, String name, String parentCode) {
    String parent = parentCode == null ? "" : parentCode;
    if (!parent.isEmpty()) {
      HolderRow above = Holders.lock(em, Holder.agency(parent));
      Holders.requireOpen(above);
      requireFewLevels(Chains.read(em, parent).size() + (holder.isCollector() ? 0 : 1));
    }
    if (Holders.find(em, holder).isPresent()) {
      throw new IllegalArgumentException(
          (holder.isCollector() ? "collector " : "agency ") + holder + " exists");
    }
    Holders.add(em, holder, parent, name, new Contact("", "zh"));
  }

  private static void requireFewLevels(int levels) {
    if (levels > MOST_LEVELS) {
      throw new IllegalStateException(
          "more than " + MOST_LEVELS + " agencies would stand above one another");
    }
  }

  @Override
  public void contact(Holder holder, String contact, String language) {
    requireContact(contact, language);
    jpa.tx(
        TransactionType.Required,
        em -> {
          Holders.lock(em, holder);
          em.createNativeQuery("UPDATE gt_holder SET contact = ?1, language = ?2 WHERE holder = ?3")
              .setParameter(1, contact)
              .setParameter(2, language)
              .setParameter(3, holder.toString())
              .executeUpdate();
        });
  }

  static void requireContact(String contact, String language) {
    if (contact == null || contact.length() > LONGEST_CONTACT) {
      throw new IllegalArgumentException(
          "the contact must have at most " + LONGEST_CONTACT + " characters");
    }
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("the language is zh or en, not " + language);
    }
  }

  @Override
  public Contact contact(Holder holder) {
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          HolderRow row = Holders.get(em, holder);
          return new Contact(row.contact(), row.language());
        });
  }

  @Override
  public void suspend(Holder holder, String person, String reason) {
    suspend(holder, HolderState.SUSPENDED, person, reason);
  }

  /** Suspends a holder in one of the two ways, and tells its agency. */
  void suspend(Holder holder, HolderState as, String person, String reason) {
    Holders.requirePerson(person);
    Holders.requireReason(reason);
    jpa.tx(
        TransactionType.Required,
        em -> {
          HolderRow row = Holders.lock(em, holder);
          Holders.requireOpen(row);
          if (row.state().equals(as.name())) {
            throw new IllegalStateException(holder + " is suspended");
          }
          set(em, row, as, person, reason);
          tell(NoticeKind.SUSPENDED, row, List.of(holder.toString(), Holders.fit(reason)));
        });
  }

  @Override
  public void resume(Holder holder, String person) {
    Holders.requirePerson(person);
    jpa.tx(TransactionType.Required, em -> resume(em, holder, person));
  }

  private void resume(EntityManager em, Holder holder, String person) {
    HolderRow row = Holders.lock(em, holder);
    Holders.requireOpen(row);
    if (row.state().equals(HolderState.ACTIVE.name())) {
      throw new IllegalStateException(holder + " is not suspended");
    }
    set(em, row, HolderState.ACTIVE, person, "");
    tell(NoticeKind.RESUMED, row, List.of(holder.toString()));
  }

  private void set(
      EntityManager em, HolderRow row, HolderState state, String person, String reason) {
    em.createNativeQuery("UPDATE gt_holder SET state = ?1, reason = ?2 WHERE holder = ?3")
        .setParameter(1, state.name())
        .setParameter(2, reason)
        .setParameter(3, row.holder())
        .executeUpdate();
    String words = reason.isEmpty() ? state.name() : state + ": " + reason;
    Holders.note(em, Holder.parse(row.holder()), person, now(), words);
  }

  /** The number of changes makes the key unique; the holder's lock keeps it so. */
  private void tell(NoticeKind kind, HolderRow row, List<String> values) {
    String key = kind + "/" + row.holder() + '/' + row.changes();
    outbox.add(new Notice(key, kind, row.agencyCode(), values));
  }

  @Override
  public void move(String agencyCode, String parentCode, String person) {
    Holders.requirePerson(person);
    Holder agency = Holder.agency(agencyCode);
    jpa.tx(
        TransactionType.Required,
        em -> {
          String parent = parentCode == null ? "" : parentCode;
          Move move = Move.plan(em, agency, parent);
          HolderRow row = Holders.lock(em, agency);
          Holders.requireOpen(row);
          String words = "moved from " + place(row.parent()) + " to " + place(parent);
          move.make(em, row);
          Holders.note(em, agency, person, now(), words);
        });
  }

  private static String place(String parent) {
    return parent.isEmpty() ? "the top" : "under " + parent;
  }

  @Override
  public HolderState close(Holder holder, String person, String reason) {
    Holders.requirePerson(person);
    Holders.requireReason(reason);
    return jpa.txExpr(TransactionType.Required, em -> close(em, holder, person, reason));
  }

  private HolderState close(EntityManager em, Holder holder, String person, String reason) {
    Number open =
        (Number)
            em.createNativeQuery(
                    "SELECT COUNT(*) FROM gt_holder WHERE parent = ?1 AND state NOT IN (?2, ?3)")
                .setParameter(1, holder.toString())
                .setParameter(2, HolderState.CLOSING.name())
                .setParameter(3, HolderState.CLOSED.name())
                .getSingleResult();
    // Locked only now: whoever takes money below locks upwards, and this must not wait downwards.
    // Somebody who is added below at this moment can take no money, since this one is closed.
    HolderRow row = Holders.lock(em, holder);
    Holders.requireOpen(row);
    if (open.longValue() > 0) {
      throw new IllegalStateException(
          open + " collectors or agencies below " + holder + " are not closed");
    }
    boolean empty = row.netPosition() == 0 && row.reserved() == 0;
    HolderState state = empty ? HolderState.CLOSED : HolderState.CLOSING;
    set(em, row, state, person, reason);
    // What nobody can hold any more, nobody need decide about.
    LimitDesk.delete(em, holder);
    return state;
  }

  @Override
  public List<Change> history(Holder holder, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("the number of changes must be positive, not " + limit);
    }
    return jpa.txExpr(
        TransactionType.Required,
        em -> {
          Holders.get(em, holder);
          return Holders.history(em, holder, limit);
        });
  }

  private long now() {
    return clock.now().toEpochMilli();
  }
}
