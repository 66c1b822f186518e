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
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.store.credit.HolderRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Credit in the database, level by level. */
@Component(service = {Credit.class, JpaCredit.class})
public class JpaCredit implements Credit {

  private final JpaTemplate jpa;
  private final PlatformClock clock;
  private final Chains chains = new Chains();

  /** Made by Declarative Services. */
  @Activate
  public JpaCredit(
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock) {
    this.jpa = jpa;
    this.clock = clock;
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
  public Optional<CreditRefusal> reserve(Holder holder, Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("wrong amount: " + amount);
    }
    return jpa.txExpr(TransactionType.Required, em -> reserve(em, holder, amount.fen()));
  }

  private Optional<CreditRefusal> reserve(EntityManager em, Holder holder, long amount) {
    List<String> chain = chains.guess(em, holder);
    if (chain.isEmpty()) {
      return Optional.of(new CreditRefusal(Reason.UNKNOWN, holder));
    }
    int level = 0;
    while (level < chain.size() && Levels.reserve(em, chain, level, amount)) {
      level++;
    }
    if (level == chain.size()) {
      return Optional.empty();
    }
    shift(em, chain, level, new Levels.Change(-amount, 0));
    chains.forget(holder);
    return reserveSurely(em, holder, amount);
  }

  /** Step by step, each with the level locked, so that nobody is moved and the reason is right. */
  private Optional<CreditRefusal> reserveSurely(EntityManager em, Holder holder, long amount) {
    List<String> done = new ArrayList<>();
    for (List<String> step = Chains.lock(em, holder.toString());
        !step.isEmpty();
        step = Chains.above(em, step)) {
      String at = step.get(0);
      if (!Levels.reserve(em, step, 0, amount)) {
        done.add(at);
        shift(em, done, done.size() - 1, new Levels.Change(-amount, 0));
        return Optional.of(new CreditRefusal(reason(em, at), Holder.parse(at)));
      }
      done.add(at);
    }
    return Optional.empty();
  }

  private static Reason reason(EntityManager em, String holder) {
    return switch (Holders.state(em, holder)) {
      case CLOSING, CLOSED -> Reason.CLOSED;
      case SUSPENDED, SUSPENDED_LATE -> Reason.SUSPENDED;
      case ACTIVE -> Reason.LIMIT;
    };
  }

  @Override
  public void release(Holder holder, Money amount) {
    change(holder, new Levels.Change(-amount.fen(), 0));
  }

  @Override
  public void commit(Holder holder, Money amount) {
    change(holder, new Levels.Change(-amount.fen(), -amount.fen()));
  }

  @Override
  public void restore(Holder holder, Money amount) {
    change(holder, new Levels.Change(0, amount.fen()));
  }

  /** Changes the amounts of a holder and everybody above it, in the caller's transaction. */
  void change(Holder holder, Levels.Change change) {
    jpa.tx(TransactionType.Required, em -> change(em, holder, change));
  }

  /** Changes the amounts of one holder and of nobody above it, in the caller's transaction. */
  void changeAlone(Holder holder, Levels.Change change) {
    jpa.tx(
        TransactionType.Required,
        em -> {
          if (!Levels.shift(em, Chains.read(em, holder.toString()), 0, change, now())) {
            throw new IllegalStateException(holder + " was moved, or has less than that reserved");
          }
        });
  }

  private void change(EntityManager em, Holder holder, Levels.Change change) {
    List<String> chain = chains.guess(em, holder);
    int levels = shift(em, chain, chain.size(), change);
    if (!chain.isEmpty() && levels == chain.size()) {
      return;
    }
    // Somebody was moved since it was read, or less is reserved; each level locked tells which.
    shift(em, chain, levels, new Levels.Change(-change.reserved(), -change.position()));
    chains.forget(holder);
    for (List<String> step = Chains.lock(em, holder.toString());
        !step.isEmpty();
        step = Chains.above(em, step)) {
      if (!Levels.shift(em, step, 0, change, now())) {
        throw new IllegalStateException(step.get(0) + " has less than that reserved");
      }
    }
  }

  /**
   * Changes the lowest levels of a chain.
   *
   * @return the level that could not be changed, or the number of levels
   */
  private int shift(EntityManager em, List<String> chain, int levels, Levels.Change change) {
    int level = 0;
    while (level < levels && Levels.shift(em, chain, level, change, now())) {
      level++;
    }
    return level;
  }

  private long now() {
    return clock.now().toEpochMilli();
  }
}
