package org.gridtill.simulator.sg186;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gridtill.simulator.sg186.fault.FaultPlan;
import org.gridtill.simulator.sg186.ledger.Ledger;
import org.gridtill.simulator.sg186.ledger.StateFile;
import org.gridtill.simulator.sg186.ledger.Storage;
import org.gridtill.simulator.sg186.soap.ExchangeLog;
import org.gridtill.simulator.sg186.utility.Population;
import org.gridtill.simulator.sg186.utility.Utility;

/** The parts of a simulated SG186, however it is reached. Safe for use by many threads. */
public final class Simulator implements AutoCloseable {

  private final Utility utility;
  private final Ledger ledger;
  private final Storage storage;
  private final FaultPlan faults = new FaultPlan();
  private final ExchangeLog exchanges;

  private Simulator(Utility utility, Ledger ledger, Storage storage, int exchanges) {
    this.utility = utility;
    this.ledger = ledger;
    this.storage = storage;
    this.exchanges = new ExchangeLog(exchanges);
  }

  /**
   * Makes a simulator.
   *
   * @param population its consumers
   * @param state the file to keep payments in; none to keep them in memory. A file that exists
   *     keeps the population it was made with
   * @param exchanges how many SOAP exchanges to remember; 0 for none
   * @throws IOException if the file cannot be used
   */
  public static Simulator open(Population population, Optional<Path> state, int exchanges)
      throws IOException {
    if (state.isEmpty()) {
      Utility utility = new Utility(population);
      Storage none = Storage.none();
      return new Simulator(utility, new Ledger(utility, none, List.of()), none, exchanges);
    }
    StateFile file = StateFile.open(state.get(), population);
    Utility utility = new Utility(file.population());
    return new Simulator(utility, new Ledger(utility, file, file.events()), file, exchanges);
  }

  /** Returns the consumers and their bills. */
  public Utility utility() {
    return utility;
  }

  /** Returns the transactions and reversals. */
  public Ledger ledger() {
    return ledger;
  }

  /** Returns the faults to come. */
  public FaultPlan faults() {
    return faults;
  }

  /** Returns the last SOAP exchanges. */
  public ExchangeLog exchanges() {
    return exchanges;
  }

  /** Forgets transactions, faults and exchanges. */
  public void reset() {
    faults.clear();
    ledger.reset();
    exchanges.clear();
  }

  @Override
  public void close() {
    storage.close();
  }
}
