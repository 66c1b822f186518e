package org.gridtill.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.gates.AdapterCall;
import org.gridtill.api.platform.gates.AdapterException;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.AdapterUnavailableException;
import org.gridtill.api.platform.gates.CallContext;
import org.gridtill.api.platform.gates.Gate;
import org.gridtill.api.platform.gates.Route;

/** A gate that calls on the caller's thread, without limits. */
final class DirectGate implements Gate<TerminalAdapter> {

  private static final AdapterInfo INFO = new AdapterInfo("fake", "us", "b", 1, "1", Map.of());

  private static final CallContext CONTEXT =
      new CallContext() {
        @Override
        public AdapterInfo adapter() {
          return INFO;
        }

        @Override
        public <T> T sheltered(Supplier<T> work) {
          return work.get();
        }
      };

  private final Supplier<Optional<TerminalAdapter>> adapters;

  DirectGate(Supplier<Optional<TerminalAdapter>> adapters) {
    this.adapters = adapters;
  }

  @Override
  public Optional<AdapterInfo> adapter(Route route) {
    return Optional.of(INFO);
  }

  @Override
  public List<AdapterInfo> serving() {
    return List.of(INFO);
  }

  @Override
  public <T> T call(String operation, Route route, AdapterCall<TerminalAdapter, T> call)
      throws AdapterException {
    TerminalAdapter adapter =
        adapters.get().orElseThrow(() -> new AdapterUnavailableException("no adapter fake"));
    try {
      return call.run(adapter, CONTEXT);
    } catch (Throwable e) {
      throw new AdapterFailedException("failed", e);
    }
  }

  @Override
  public <T> CompletionStage<T> begin(String operation, AdapterCall<TerminalAdapter, T> call) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public <T> T farewell(String operation, AdapterCall<TerminalAdapter, T> call)
      throws AdapterException {
    throw new AdapterUnavailableException("no adapter fake");
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
