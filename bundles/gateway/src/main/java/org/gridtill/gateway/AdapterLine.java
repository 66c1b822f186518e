package org.gridtill.gateway;

import static org.gridtill.gateway.Fault.ADAPTER_FAILED;
import static org.gridtill.gateway.Fault.ADAPTER_SLOW;
import static org.gridtill.gateway.Fault.NO_ADAPTER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.CallContext;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;
import org.gridtill.api.platform.gates.Route;

/**
 * Asks an endpoint's adapter, through its gate. While the adapter is replaced, an endpoint's
 * workers wait here, and with them what its terminals send; other endpoints have workers of their
 * own. Safe for use by several threads.
 */
final class AdapterLine {

  /** An adapter only translates, so this is long; the time of the vault does not count. */
  private static final Duration CALL = Duration.ofSeconds(2);

  /**
   * Translating takes a processor and no time; one that loops must not get all of them for long.
   */
  private static final int THREADS = 4 * Runtime.getRuntime().availableProcessors();

  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Gate<TerminalAdapter> gate;

  AdapterLine(Gate<TerminalAdapter> gate) {
    this.gate = gate;
  }

  /**
   * What an endpoint's gate is like. It has places for all workers even if as many threads are
   * stuck. Exceptions open the circuit only if nothing else is heard of the adapter: they cost no
   * time, and a terminal that knows a frame which the adapter stumbles over could cut off all
   * others.
   */
  static GateOptions<TerminalAdapter> options(EndpointSettings settings) {
    return GateOptions.of(
            TerminalAdapter.class,
            "endpoint-" + settings.name(),
            2 * settings.limits().workers(),
            CALL,
            DRAIN)
        .onThreads(Math.min(settings.limits().workers(), THREADS))
        .onlyFor(settings.adapter())
        .takingLeave()
        .failing(AdapterTimeoutException.class::isInstance, PAUSE);
  }

  /** Returns who is called now; see {@link Gate#serving}. */
  List<AdapterInfo> serving() {
    return gate.serving();
  }

  /** Returns who is called now for a terminal. */
  Optional<AdapterInfo> serves(String terminalCode) {
    return gate.adapter(Route.of(terminalCode));
  }

  /** Has a frame decoded; does not end the session. */
  Attempt decode(byte[] frame, Route route, FrameSession session) {
    AtomicReference<AdapterInfo> by = new AtomicReference<>();
    try {
      return call(
          "decode",
          route,
          (adapter, context) -> {
            by.set(context.adapter());
            return decode(adapter, frame, session, context, false);
          });
    } catch (AdapterFailure e) {
      if (e.fault() == NO_ADAPTER && gate.serving().isEmpty()) {
        return decodeAfterwards(frame, session, e);
      }
      // A version that lets nobody in has been asked as well.
      AdapterInfo asked = by.get() == null ? gate.adapter(route).orElse(null) : by.get();
      return new Attempt(session, asked, null, null, e, false);
    }
  }

  /** Has a frame decoded by the version that has gone, so that it can be refused. */
  private Attempt decodeAfterwards(byte[] frame, FrameSession session, AdapterFailure nobody) {
    try {
      return gate.farewell(
          "decode", (adapter, context) -> decode(adapter, frame, session, context, true));
    } catch (AdapterException e) {
      // That nobody serves says more than what became of the attempt to say so.
      return new Attempt(session, null, null, null, nobody, true);
    }
  }

  private static Attempt decode(
      TerminalAdapter adapter,
      byte[] frame,
      FrameSession session,
      CallContext context,
      boolean gone) {
    try {
      // A copy, since encode needs the frame as it was.
      Request request = adapter.decode(frame.clone(), new ShelteredSession(session, context));
      AdapterFailure failure =
          request == null ? new AdapterFailure(ADAPTER_FAILED, "decode returned null", null) : null;
      return new Attempt(session, context.adapter(), request, null, failure, gone);
    } catch (FrameException e) {
      // The terminal's fault.
      return new Attempt(session, context.adapter(), null, e, null, gone);
    }
  }

  /**
   * Has a reply encoded, by whoever has decoded the frame if that version is still there, and by
   * the one that left last if nobody is: a terminal shall hear of what was done for it.
   */
  byte[] encode(byte[] frame, Reply reply, Attempt decoded) throws AdapterFailure {
    AdapterCall<TerminalAdapter, byte[]> encode =
        (adapter, context) ->
            adapter.encode(frame.clone(), reply, new ShelteredSession(decoded.session(), context));
    Route route = Route.of(decoded.request().origin().terminalCode()).through(decoded.by());
    try {
      return call("encode", route, encode);
    } catch (AdapterFailure e) {
      if (e.fault() != NO_ADAPTER) {
        throw e;
      }
      try {
        return gate.farewell("encode", encode);
      } catch (AdapterException none) {
        throw e;
      }
    }
  }

  private <T> T call(String operation, Route route, AdapterCall<TerminalAdapter, T> call)
      throws AdapterFailure {
    try {
      return gate.call(operation, route, call);
    } catch (AdapterFailedException e) {
      throw new AdapterFailure(ADAPTER_FAILED, operation + " failed", e.getCause());
    } catch (AdapterTimeoutException e) {
      throw new AdapterFailure(ADAPTER_SLOW, e.getMessage(), null);
    } catch (AdapterException e) {
      throw new AdapterFailure(NO_ADAPTER, e.getMessage(), null);
    }
  }
}
