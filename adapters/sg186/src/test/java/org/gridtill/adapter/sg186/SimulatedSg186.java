package org.gridtill.adapter.sg186;

import java.io.IOException;
import java.net.URI;
import java.time.YearMonth;
import java.util.Optional;
import org.gridtill.simulator.sg186.ControlClient;
import org.gridtill.simulator.sg186.Simulator;
import org.gridtill.simulator.sg186.SimulatorServer;
import org.gridtill.simulator.sg186.utility.Population;

/** A simulator over real sockets, its control, and the adapter connected to it. */
final class SimulatedSg186 implements AutoCloseable {

  final ControlClient control;
  final Sg186BillingSystem billing;

  private final Simulator simulator;
  private final SimulatorServer server;

  SimulatedSg186() throws IOException {
    this(1000);
  }

  SimulatedSg186(int consumers) throws IOException {
    Population population = new Population(consumers, YearMonth.of(2026, 10));
    simulator = Simulator.open(population, Optional.empty(), 10);
    server = new SimulatorServer(simulator, "127.0.0.1", 0, 0, true);
    control = new ControlClient(server.controlUrl());
    billing = new Sg186BillingSystem(TestConfiguration.of(server.serviceUrl()));
  }

  /** Returns where the simulator takes calls. */
  URI url() {
    return server.serviceUrl();
  }

  @Override
  public void close() {
    billing.deactivate();
    server.close();
    simulator.close();
  }
}
