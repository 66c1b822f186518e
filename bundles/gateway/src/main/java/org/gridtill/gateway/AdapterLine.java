package org.gridtill.gateway;

import static org.gridtill.gateway.Fault.ADAPTER_FAILED;
import static org.gridtill.gateway.Fault.ADAPTER_SLOW;
import static org.gridtill.gateway.Fault.NO_ADAPTER;

import java.time.Duration;
import org.gridtill.api.adapter.terminal.FrameException;
import org.gridtill.api.adapter.terminal.Reply;
import org.gridtill.api.adapter.terminal.Request;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.AdapterTimeoutException;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.GateOptions;

/**
 * Asks an endpoint's adapter, through its gate. While the adapter is replaced, an endpoint's
 * workers wait here, and with them what its terminals send; other endpoints have workers of their
 * own. Safe for use by several threads.
 */
final class AdapterLine {

  /** An adapter only translates, so this is long; the time of the vault does not count. */
  private static final Duration CALL = Duration.ofSeconds(2);

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
        .onlyFor(settings.adapter())
        .failing(AdapterTimeoutException.class::isInstance, PAUSE);
  }

  Request decode(byte[] frame, FrameSession session) throws FrameException, AdapterFailure {
    Decoded decoded =
        call(
            "decode",
            (adapter, context) -> {
              try {
                // A copy, since encode needs the frame as it was.
                Request request =
                    adapter.decode(frame.clone(), new ShelteredSession(session, context));
                return new Decoded(request, null);
              } catch (FrameException e) {
                // The terminal's fault.
                return new Decoded(null, e);
              }
            });
    if (decoded.refusal() != null) {
      throw decoded.refusal();
    }
    if (decoded.request() == null) {
      throw new AdapterFailure(ADAPTER_FAILED, "decode returned null", null);
    }
    return decoded.request();
  }

  byte[] encode(byte[] frame, Reply reply, FrameSession session) throws AdapterFailure {
    return call(
        "encode",
        (adapter, context) ->
            adapter.encode(frame.clone(), reply, new ShelteredSession(session, context)));
  }

  private <T> T call(String operation, AdapterCall<TerminalAdapter, T> call) throws AdapterFailure {
    try {
      return gate.call(operation, call);
    } catch (AdapterFailedException e) {
      throw new AdapterFailure(ADAPTER_FAILED, operation + " failed", e.getCause());
    } catch (AdapterTimeoutException e) {
      throw new AdapterFailure(ADAPTER_SLOW, e.getMessage(), null);
    } catch (AdapterException e) {
      throw new AdapterFailure(NO_ADAPTER, e.getMessage(), null);
    }
  }

  private record Decoded(Request request, FrameException refusal) {}
}
