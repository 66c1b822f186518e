package org.gridtill.terminals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.api.platform.terminals.CollectorCard;
import org.gridtill.api.platform.terminals.CollectorCard.State;
import org.gridtill.api.platform.terminals.CollectorCards;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.store.terminals.CollectorCardRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The cards on the database. */
@Component
public final class CardDesk implements CollectorCards {

  private static final String COLUMNS =
      "select c.card_no, c.state, c.agency_code, c.collector_code, c.failures, c.changed_at,"
          + " c.changed_by from gt_collector_card c";

  private final JpaTemplate jpa;
  private final Credit credit;
  private final CardKeys keys;
  private final PlatformClock clock;

  /** Made by Declarative Services. */
  @Activate
  public CardDesk(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference Credit credit,
      @Reference CardKeys keys,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.credit = credit;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void add(String cardNo, String person) {
    Forms.cardNo(cardNo);
    Forms.person(person);
    try {
      jpa.tx(TransactionType.Required, em -> add(em, cardNo, person, clock.now()));
    } catch (RuntimeException e) {
      if (find(cardNo).isPresent()) {
        throw new IllegalArgumentException("there is a card " + cardNo + " already", e);
      }
      throw e;
    }
  }

  /** Takes a card into stock as part of something larger. */
  static void add(EntityManager em, String cardNo, String person, Instant now) {
    em.persist(
        new CollectorCardRow(
            cardNo, State.IN_STOCK.name(), null, null, null, 0, now.toEpochMilli(), person));
    em.flush();
  }

  @Override
  public void issue(String cardNo, Holder collector, char[] pin, String person) {
    Forms.person(person);
    Forms.newPin(pin);
    if (!collector.isCollector() || credit.find(collector).isEmpty()) {
      throw new IllegalArgumentException("there is no collector " + collector);
    }
    String hash = keys.hashPin(cardNo, pin);
    change(
        cardNo,
        person,
        "state = 'ISSUED', failures = 0, pin_hash = ?4, agency_code = ?5, collector_code = ?6",
        "state = 'IN_STOCK'",
        "is not in stock",
        hash,
        collector.agencyCode(),
        collector.collectorCode());
  }

  @Override
  public void setPin(String cardNo, char[] pin, String person) {
    Forms.person(person);
    Forms.newPin(pin);
    String hash = keys.hashPin(cardNo, pin);
    change(
        cardNo,
        person,
        "state = 'ISSUED', failures = 0, pin_hash = ?4",
        "state in ('ISSUED', 'LOCKED')",
        "is not out",
        hash);
  }

  @Override
  public void lost(String cardNo, String person) {
    end(cardNo, person, State.LOST);
  }

  @Override
  public void retire(String cardNo, String person) {
    end(cardNo, person, State.RETIRED);
  }

  private void end(String cardNo, String person, State state) {
    Forms.person(person);
    jpa.tx(
        TransactionType.Required,
        em -> {
          change(
              cardNo,
              person,
              "state = ?4, pin_hash = null",
              "state not in ('LOST', 'RETIRED')",
              "is lost or retired already",
              state.name());
          ShiftTable.closeOfCard(
              em,
              cardNo,
              "the card is " + state.name().toLowerCase(java.util.Locale.ROOT),
              clock.now());
        });
  }

  /** Changes a card in one statement, if it is in a state that allows it. */
  private void change(
      String cardNo,
      String person,
      String changes,
      String condition,
      String otherwise,
      Object... values) {
    Object[] parameters = new Object[3 + values.length];
    parameters[0] = clock.now().toEpochMilli();
    parameters[1] = person;
    parameters[2] = cardNo;
    System.arraycopy(values, 0, parameters, 3, values.length);
    String sql =
        "update gt_collector_card set changed_at = ?1, changed_by = ?2, "
            + changes
            + " where card_no = ?3 and "
            + condition;
    int changed = jpa.txExpr(TransactionType.Required, em -> Sql.update(em, sql, parameters));
    if (changed == 0) {
      if (find(cardNo).isEmpty()) {
        throw new IllegalArgumentException("there is no card " + cardNo);
      }
      throw new IllegalStateException("card " + cardNo + ' ' + otherwise);
    }
  }

  @Override
  public Optional<CollectorCard> find(String cardNo) {
    return jpa.txExpr(TransactionType.Required, em -> find(em, cardNo));
  }

  static Optional<CollectorCard> find(EntityManager em, String cardNo) {
    return Sql.rows(em, COLUMNS + " where c.card_no = ?1", cardNo).stream()
        .map(CardDesk::card)
        .findFirst();
  }

  @Override
  public List<CollectorCard> list() {
    return jpa.txExpr(
        TransactionType.Required,
        em -> Sql.rows(em, COLUMNS + " order by c.card_no").stream().map(CardDesk::card).toList());
  }

  private static CollectorCard card(Object[] row) {
    return new CollectorCard(
        (String) row[0],
        State.valueOf((String) row[1]),
        row[2] == null ? null : new Holder((String) row[2], (String) row[3]),
        ((Number) row[4]).intValue(),
        Instant.ofEpochMilli(((Number) row[5]).longValue()),
        (String) row[6]);
  }
}
