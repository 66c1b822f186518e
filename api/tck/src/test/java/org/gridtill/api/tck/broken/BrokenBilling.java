package org.gridtill.api.tck.broken;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.example.outside.Meeting;
import org.gridtill.api.adapter.ConsumerNo;
import org.gridtill.api.adapter.SerialNo;
import org.gridtill.api.adapter.billing.BillStatement;
import org.gridtill.api.adapter.billing.BillingConfirmation;
import org.gridtill.api.adapter.billing.BillingHeader;
import org.gridtill.api.adapter.billing.BillingOrder;
import org.gridtill.api.adapter.billing.BillingResult;
import org.gridtill.api.adapter.billing.BillingResult.Confirmed;
import org.gridtill.api.adapter.billing.BillingResult.Declined;
import org.gridtill.api.adapter.billing.BillingResult.NotFound;
import org.gridtill.api.adapter.billing.BillingResult.Unknown;
import org.gridtill.api.adapter.billing.DeclineReason;
import org.gridtill.api.adapter.billing.Receivable;
import org.gridtill.api.adapter.billing.ReversalOrder;
import org.gridtill.api.tck.hello.HelloBilling;

/** Adapters to billing systems with one fault each. */
public final class BrokenBilling {

  private BrokenBilling() {}

  /** Changes what becomes of a payment. */
  public abstract static class Paying extends HelloBilling {

    @Override
    public BillingResult<BillingConfirmation> execute(BillingOrder order) {
      return told(super.execute(order), order);
    }

    /** Returns what the platform is told instead. */
    protected abstract BillingResult<BillingConfirmation> told(
        BillingResult<BillingConfirmation> result, BillingOrder order);

    /** Whether the answer did not come. */
    protected static boolean isLost(BillingResult<?> result) {
      return result instanceof Unknown<?> unknown && unknown.text().startsWith(LOST);
    }

    /** Whether nobody was there. */
    protected static boolean isUnreachable(BillingResult<?> result) {
      return result instanceof Declined<?> declined
          && declined.reason() == DeclineReason.UNREACHABLE;
    }
  }

  /** Bills twice what is due. */
  public static class Greedy extends HelloBilling {
    @Override
    public BillingResult<BillStatement> queryBills(BillingHeader header, ConsumerNo consumer) {
      var found = super.queryBills(header, consumer);
      if (found instanceof Confirmed<BillStatement> confirmed) {
        List<Receivable> bill = bill(2 * confirmed.value().totalDue().fen());
        return new Confirmed<>(new BillStatement(consumer, "", "", bill));
      }
      return found;
    }
  }

  /** Takes a repeated order for another one. */
  public static class Renumbering extends HelloBilling {
    private final Set<SerialNo> seen = ConcurrentHashMap.newKeySet();

    @Override
    public BillingResult<BillingConfirmation> execute(BillingOrder order) {
      SerialNo serial = order.header().serialNo();
      boolean first = seen.add(serial);
      return pay(first ? serial : SerialNo.of(Long.parseLong(serial.value()) / 2), order);
    }
  }

  /** Tells the same in other words each time. */
  public static class Moody extends Paying {
    private final AtomicInteger number = new AtomicInteger();

    @Override
    protected BillingResult<BillingConfirmation> told(
        BillingResult<BillingConfirmation> result, BillingOrder order) {
      return result instanceof Confirmed<BillingConfirmation> confirmed
          ? new Confirmed<>(
              BillingConfirmation.ofBills(
                  "N" + number.incrementAndGet(),
                  confirmed.value().accountingDate(),
                  "",
                  confirmed.value().settled()))
          : result;
    }
  }

  /** Takes no answer for a yes. */
  public static class Hopeful extends Paying {
    @Override
    protected BillingResult<BillingConfirmation> told(
        BillingResult<BillingConfirmation> result, BillingOrder order) {
      return isLost(result)
          ? new Confirmed<>(
              BillingConfirmation.ofBills(
                  "?", order.header().accountingDate(), "", bill(order.amount().fen())))
          : result;
    }
  }

  /** Takes no answer for a no. */
  public static class Hopeless extends Paying {
    @Override
    protected BillingResult<BillingConfirmation> told(
        BillingResult<BillingConfirmation> result, BillingOrder order) {
      return isLost(result) ? new Declined<>(DeclineReason.OTHER, "", "no answer") : result;
    }
  }

  /** Sends again what was not answered. */
  public static class Insistent extends Paying {
    @Override
    protected BillingResult<BillingConfirmation> told(
        BillingResult<BillingConfirmation> result, BillingOrder order) {
      if (isLost(result)) {
        pay(order.header().serialNo(), order);
      }
      return result;
    }
  }

  /** Takes what it does not understand for a no. */
  public static class Credulous extends Paying {
    @Override
    protected BillingResult<BillingConfirmation> told(
        BillingResult<BillingConfirmation> result, BillingOrder order) {
      return result instanceof Unknown && !isLost(result)
          ? new Declined<>(DeclineReason.OTHER, "", "refused")
          : result;
    }
  }

  /** Is surprised when nobody is there. */
  public static class Surprised extends Paying {
    @Override
    protected BillingResult<BillingConfirmation> told(
        BillingResult<BillingConfirmation> result, BillingOrder order) {
      if (isUnreachable(result)) {
        throw new IllegalStateException("nobody is there");
      }
      return result;
    }
  }

  /** Does not know that nothing was done where nobody is. */
  public static class Vague extends Paying {
    @Override
    protected BillingResult<BillingConfirmation> told(
        BillingResult<BillingConfirmation> result, BillingOrder order) {
      return isUnreachable(result) ? new Unknown<>("nobody is there") : result;
    }
  }

  /** Takes silence about a payment for its absence. */
  public static class Assuming extends HelloBilling {
    @Override
    public BillingResult<BillingConfirmation> inquire(BillingHeader header) {
      BillingResult<BillingConfirmation> result = super.inquire(header);
      return result instanceof Unknown ? new NotFound<>() : result;
    }
  }

  /** Takes a reversal that was sent for one that was done. */
  public static class Sure extends HelloBilling {
    @Override
    public BillingResult<ReversalConfirmation> reverse(ReversalOrder order) {
      BillingResult<ReversalConfirmation> result = super.reverse(order);
      return result instanceof Unknown
          ? new Confirmed<>(new ReversalConfirmation("?", order.originalSerial()))
          : result;
    }
  }

  /** Looks first whether there is something to reverse. */
  public static class Peeking extends HelloBilling {
    @Override
    public BillingResult<ReversalConfirmation> reverse(ReversalOrder order) {
      BillingHeader header = order.header();
      BillingHeader original =
          new BillingHeader(
              order.originalSerial(),
              header.agencyCode(),
              header.terminalCode(),
              header.channel(),
              header.requestTime(),
              header.accountingDate());
      BillingResult<BillingConfirmation> found = inquire(original);
      if (found instanceof Unknown) {
        return new Unknown<>("whether it is there");
      }
      return found instanceof NotFound ? new NotFound<>() : super.reverse(order);
    }
  }

  /** Has one order for everybody. */
  public static class Mixing extends HelloBilling {
    private final Meeting meeting = new Meeting();
    private volatile BillingOrder current;

    @Override
    public BillingResult<BillingConfirmation> execute(BillingOrder order) {
      current = order;
      meeting.join();
      return super.execute(current);
    }
  }

  /** Ends the platform when it does not like something. */
  public static class Exiting extends HelloBilling {
    @Override
    public BillingResult<BillingConfirmation> execute(BillingOrder order) {
      if (order.amount().fen() == Long.MAX_VALUE) {
        System.exit(1);
      }
      return super.execute(order);
    }
  }

  /** Opens a door of its own. */
  public static class Listening extends HelloBilling {
    @Override
    public BillingResult<BillingConfirmation> execute(BillingOrder order) {
      if (order.amount().fen() == Long.MAX_VALUE) {
        try (ServerSocket door = new ServerSocket(0)) {
          return new Unknown<>("port " + door.getLocalPort());
        } catch (IOException e) {
          return new Unknown<>(e.getMessage());
        }
      }
      return super.execute(order);
    }
  }

  /** Starts a thread with its first call, and nobody ends it. */
  public static class Restless extends HelloBilling {
    private final CountDownLatch never = new CountDownLatch(1);
    private boolean started;

    @Override
    public BillingResult<BillingConfirmation> execute(BillingOrder order) {
      start();
      return super.execute(order);
    }

    private synchronized void start() {
      if (!started) {
        started = true;
        Thread thread = new Thread(() -> await(never), "restless");
        thread.setDaemon(true);
        thread.start();
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
