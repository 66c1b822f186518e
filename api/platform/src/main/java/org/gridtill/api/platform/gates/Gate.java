package org.gridtill.api.platform.gates;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The only way to an adapter. A call runs on a thread of the adapter's own, of which there are so
 * many and no more, and within a time limit; while the adapter is replaced it waits for the
 * successor. So an adapter that is updated loses no call, and one that blocks, loops or throws
 * holds nobody but its own callers, and those not for long.
 *
 * <p>Of several adapters the one of the highest service ranking is called, or the newest of these.
 * If a version has a share of the terminals ({@link AdapterShare}), two are called, each for its
 * own. Safe for use by several threads.
 *
 * @param <S> the adapter's type
 */
@ProviderType
public interface Gate<S> extends AutoCloseable {

  /** Returns who would be called now for no terminal; empty while there is nobody. */
  default Optional<AdapterInfo> adapter() {
    return adapter(Route.UNKNOWN);
  }

  /** Returns who would be called now; empty while there is nobody. */
  Optional<AdapterInfo> adapter(Route route);

  /** Returns who is called: nobody, one, or two if one of them has a share of the terminals. */
  List<AdapterInfo> serving();

  /** Calls the adapter that serves no terminal in particular, and else as the other one does. */
  default <T> T call(String operation, AdapterCall<S, T> call) throws AdapterException {
    return call(operation, Route.UNKNOWN, call);
  }

  /**
   * Calls the adapter and waits for the end of the call. While there is no adapter it waits for the
   * next one, until the gap is as old as configured.
   *
   * @param operation what the call does, for logs
   * @param route whom the call shall go to, if more than one serves
   * @param call what to do with the adapter; runs on another thread
   * @return what the call returns
   * @throws AdapterUnavailableException if the call was certainly not made
   * @throws AdapterTimeoutException if the call was made and given up; its outcome is unknown
   * @throws AdapterFailedException if the call threw something, which is the cause
   */
  <T> T call(String operation, Route route, AdapterCall<S, T> call) throws AdapterException;

  /**
   * Begins a call and does not wait, neither for its end nor for an adapter.
   *
   * @return what completes as {@link #call} would have ended, with the exception itself and no
   *     wrapper around it; its dependents may run on any thread and must return at once
   */
  <T> CompletionStage<T> begin(String operation, AdapterCall<S, T> call);

  /**
   * Calls the adapter that left last, while nobody serves and for a configured time, if the gate's
   * options say that it {@link GateOptions#takesLeave takes leave}. Its bundle has stopped by then,
   * so that only its object is left, and this is for nothing but refusing callers in their own
   * protocol, or telling them of what was done before it went.
   *
   * @throws AdapterUnavailableException if the call was certainly not made: somebody serves, or
   *     nobody is kept
   * @throws AdapterTimeoutException if the call was made and given up
   * @throws AdapterFailedException if the call threw something, which is the cause
   */
  <T> T farewell(String operation, AdapterCall<S, T> call) throws AdapterException;

  /** Lets in nobody any more, and lets go of the adapters as if they had been removed. */
  @Override
  void close();
}
