package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.sg186.ControlClient;
import org.junit.After;
import org.junit.Before;

/**
 * What the groups of tests have in common that run on a started distribution: a POS terminal at one
 * end, the simulated billing system at the other. Each test has an agency, a terminal and consumers
 * of its own, and after each one the platform's books must say what the billing system says.
 */
public abstract class SharedSite {

  static final ControlClient BILLING = Site.BILLING;
  static final Duration PATIENCE = Duration.ofSeconds(30);

  Site site;
  Agent agent;
  PosTerminal terminal;

  @Before
  public void signOn() throws IOException {
    site = Site.current();
    agent = site.agent();
    terminal = agent.terminal();
    assertThat(terminal.signOn().code()).isEqualTo("00");
  }

  @After
  public void booksAgreeWithBillingSystem() throws IOException, InterruptedException {
    agent.close();
    BILLING.clearFaults();
    BILLING.answerMeters("now");
    agent.checkBooks();
  }

  static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }
}
