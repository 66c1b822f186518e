package org.gridtill.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.gridtill.api.adapter.Money;
import org.gridtill.api.platform.credit.Credit;
import org.gridtill.api.platform.credit.CreditLine;
import org.gridtill.api.platform.credit.CreditRefusal;
import org.gridtill.api.platform.credit.CreditRefusal.Reason;
import org.gridtill.api.platform.credit.Holder;
import org.gridtill.credit.Places.Place;
import org.gridtill.store.credit.HolderRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Credit in the database, level by level. */
@Component(service = {Credit.class, JpaCredit.class})
public class JpaCredit implements Credit {

  private final JpaTemplate jpa;
  private final Places places;
  private final Chains chains = new Chains();

  /** Made by Declarative Services. */
  @Activate
  public JpaCredit(@Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa) {
    this(jpa, Places.USUAL);
  }

  JpaCredit(JpaTemplate jpa, Places.Lending lending) {
    this.jpa = jpa;
    this.places = new Places(lending);
  }

  @Override
  public Optional<CreditLine> find(Holder holder) {
    return jpa.txExpr(TransactionType.Required, em -> Holders.find(em, holder).map(Holders::line));
  }

  @Override
  public List<CreditLine> list() {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            em
                .createQuery("SELECT h FROM HolderRow h ORDER BY h.holder", HolderRow.class)
                .getResultList()
                .stream()
                .map(Holders::line)
                .toList());
  }

  @Override
  public Optional<CreditRefusal> reserve(Holder holder, Money amount, long payment) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("wrong amount: " + amount);
    }
    return jpa.txExpr(TransactionType.Required, em -> reserve(em, holder, amount.fen(), payment));
  }

  private Optional<CreditRefusal> reserve(
      EntityManager em, Holder holder, long amount, long payment) {
    List<String> chain = chains.guess(em, holder);
    if (chain.isEmpty()) {
      return Optional.of(new CreditRefusal(Reason.UNKNOWN, holder));
    }
    List<Place> done = new ArrayList<>();
    while (!chain.isEmpty()) {
      Optional<Place> place = places.reserve(em, chain, amount, payment);
      List<String> above = Chains.above(chain);
      if (place.isEmpty()) {
        // The levels below are locked by now, so that this one stands above them for sure.
        chains.forget(holder);
        List<String> locked = Chains.lock(em, chain.get(0));
        place = places.reserveLocked(em, locked, amount, payment);
        above = Chains.readAbove(em, locked);
      }
      if (place.isEmpty()) {
        done.forEach(made -> undo(em, made, amount));
        return Optional.of(refusal(em, chain.get(0)));
      }
      done.add(place.get());
      chain = above;
    }
    return Optional.empty();
  }

  private static void undo(EntityManager em, Place made, long amount) {
    if (!made.shift(em, Levels.Change.release(amount))) {
      throw new IllegalStateException("a reservation is gone at " + made);
    }
  }

  private static CreditRefusal refusal(EntityManager em, String at) {
    Reason reason =
        switch (Holders.state(em, at)) {
          case CLOSING, CLOSED -> Reason.CLOSED;
          case SUSPENDED, SUSPENDED_LATE -> Reason.SUSPENDED;
          case ACTIVE -> Reason.LIMIT;
        };
    return new CreditRefusal(reason, Holder.parse(at));
  }

  @Override
  public void release(Holder holder, Money amount, long payment) {
    change(holder, Levels.Change.release(amount.fen()), payment);
  }

  @Override
  public void commit(Holder holder, Money amount, long payment) {
    change(holder, new Levels.Change(-amount.fen(), -amount.fen()), payment);
  }

  @Override
  public void restore(Holder holder, Money amount, long payment) {
    change(holder, new Levels.Change(0, amount.fen()), payment);
  }

  /** Changes the amounts of a holder and everybody above it, in the caller's transaction. */
  void change(Holder holder, Levels.Change change, long payment) {
    jpa.tx(TransactionType.Required, em -> change(em, holder, change, payment));
  }

  private void change(EntityManager em, Holder holder, Levels.Change change, long payment) {
    List<String> chain = chains.guess(em, holder);
    if (chain.isEmpty()) {
      throw new IllegalStateException("no holder " + holder);
    }
    while (!chain.isEmpty()) {
      List<String> above = Chains.above(chain);
      if (!places.shift(em, chain, change, payment)) {
        // Somebody was moved since it was read, or less is reserved; the level locked tells which.
        chains.forget(holder);
        List<String> locked = Chains.lock(em, chain.get(0));
        Shares.recall(em, chain.get(0));
        if (!Levels.shift(em, locked, change)) {
          throw new IllegalStateException(chain.get(0) + " has less than that reserved");
        }
        above = Chains.readAbove(em, locked);
      }
      chain = above;
    }
  }
}
