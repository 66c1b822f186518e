package org.gridtill.gates;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.CallContext;

/** One call on its way through a gate: begins once, ends once, and leaves when its thread does. */
final class GatedCall<S, T> implements Runnable, CallContext {

  private final Tenant<S> tenant;
  private final String operation;
  private final AdapterCall<S, T> code;
  private final long start;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();

  /** The thread while the adapter has it. */
  private Thread thread;

  private boolean begun;
  private boolean givenUp;
  private boolean left;
  private int shelters;

  GatedCall(Tenant<S> tenant, String operation, AdapterCall<S, T> code, long start) {
    this.tenant = tenant;
    this.operation = operation;
    this.code = code;
    this.start = start;
  }

  Tenant<S> tenant() {
    return tenant;
  }

  /** Completes with the result, or with an {@link AdapterException} and nothing else. */
  CompletableFuture<T> outcome() {
    return outcome;
  }

  /** When it was let in, by the circuit's clock. */
  long start() {
    return start;
  }

  @Override
  public void run() {
    if (!enter()) {
      tenant.left(this);
      return;
    }
    T result = null;
    Throwable thrown = null;
    try {
      result = code.run(tenant.service(), this);
    } catch (Throwable e) {
      // Also errors: of classes, while an adapter's bundle is being changed, or its stack's end.
      thrown = e;
    }
    boolean inTime = leaveAlive();
    // Before the caller hears of it, who may call again at once and needs the room.
    tenant.left(this);
    if (inTime) {
      end(result, thrown);
    }
  }

  private void end(T result, Throwable thrown) {
    if (thrown == null) {
      tenant.circuit().ended(start, result);
      outcome.complete(result);
    } else {
      tenant.circuit().failed(start, thrown);
      tenant.trouble(operation + " failed: " + thrown);
      outcome.completeExceptionally(
          new AdapterFailedException(words("failed in " + operation), thrown));
    }
  }

  private synchronized boolean enter() {
    if (givenUp) {
      left = true;
      return false;
    }
    begun = true;
    thread = Thread.currentThread();
    return true;
  }

  /**
   * From here on no interrupt comes, and none is left for whoever uses the thread next.
   *
   * @return whether it was not given up before
   */
  private synchronized boolean leave() {
    thread = null;
    left = true;
    Thread.interrupted();
    return !givenUp;
  }

  /** A thread that is being stopped dies here at the latest, since stopping it takes this lock. */
  private boolean leaveAlive() {
    try {
      return leave();
    } catch (ThreadDeath e) {
      return leave();
    }
  }

  /**
   * Stops the thread of a call that was given up, if it is in the adapter's own code just now. Not
   * anywhere else: what it would leave undone there, others rely on.
   *
   * @param own the adapter's class loader
   * @return whether there is nothing more to do, since it was stopped or has left
   */
  @SuppressWarnings("deprecation") // There is no other way to end a loop.
  synchronized boolean stop(ClassLoader own) {
    if (thread == null) {
      return true;
    }
    StackTraceElement[] stack = thread.getStackTrace();
    if (shelters > 0 || stack.length == 0 || !isOf(own, stack[0])) {
      return false;
    }
    thread.stop();
    return true;
  }

  private static boolean isOf(ClassLoader own, StackTraceElement frame) {
    String name = frame.getClassName();
    return own.getDefinedPackage(name.substring(0, Math.max(0, name.lastIndexOf('.')))) != null;
  }

  String operation() {
    return operation;
  }

  /** Tells whether it does work of the platform, which takes its own time. */
  synchronized boolean isSheltered() {
    return shelters > 0;
  }

  /** Waits no longer for it. Does nothing if it has ended. */
  void giveUp(String why) {
    boolean wasBegun;
    synchronized (this) {
      if (givenUp || left) {
        return;
      }
      givenUp = true;
      wasBegun = begun;
      if (thread != null && shelters == 0) {
        thread.interrupt();
      }
    }
    if (wasBegun) {
      tenant.evict(this);
      AdapterException late = new AdapterTimeoutException(words(why + " in " + operation));
      tenant.circuit().failed(start, late);
      tenant.trouble(operation + ": " + why);
      outcome.completeExceptionally(late);
    } else {
      tenant.withdraw(this);
      tenant.notBegun(start);
      outcome.completeExceptionally(
          new AdapterUnavailableException(words("did not begin " + operation)));
    }
  }

  void giveUpAfter(Duration time) {
    giveUp("gave no answer within " + time.toMillis() + " ms");
  }

  /** Tells whether its caller has gone and its thread has not. */
  synchronized boolean isStuck() {
    return givenUp && begun && !left;
  }

  private String words(String what) {
    return "adapter " + tenant.info() + ' ' + what;
  }

  @Override
  public AdapterInfo adapter() {
    return tenant.info();
  }

  @Override
  public <R> R sheltered(Supplier<R> work) {
    boolean interrupted = takeShelter();
    try {
      return tenant.shelter().run(work);
    } finally {
      leaveShelter(interrupted);
    }
  }

  private synchronized boolean takeShelter() {
    if (givenUp) {
      throw new IllegalStateException("this call has been given up");
    }
    shelters++;
    // An adapter that has interrupted itself must not break what it asks for.
    return Thread.interrupted();
  }

  private synchronized void leaveShelter(boolean interrupted) {
    shelters--;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (givenUp && shelters == 0 && thread != null) {
      thread.interrupt();
    }
  }
}
