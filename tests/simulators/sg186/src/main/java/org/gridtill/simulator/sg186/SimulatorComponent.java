package org.gridtill.simulator.sg186;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import javax.servlet.Servlet;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.gridtill.simulator.sg186.control.Control;
import org.gridtill.simulator.sg186.control.ControlServlet;
import org.gridtill.simulator.sg186.fault.Outage;
import org.gridtill.simulator.sg186.soap.SoapEndpoint;
import org.gridtill.simulator.sg186.utility.Population;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The simulator inside Karaf: SOAP at {@code /sg186} below CXF's own path, and the control
 * interface at {@code /simulators/sg186/control}. There is no port of its own to close, so when it
 * is down it accepts connections and closes them without an answer.
 */
@Component(
    service = {},
    immediate = true,
    configurationPid = SimulatorConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SimulatorConfiguration.class)
public final class SimulatorComponent {

  private static final String CONTROL_PATTERN = "/simulators/sg186/control/*";

  private final Simulator simulator;
  private final Outage outage;
  private final SoapEndpoint endpoint;
  private final ServiceRegistration<Servlet> control;

  /**
   * Publishes the simulator.
   *
   * @throws IllegalArgumentException if the configuration is wrong; names PID and key
   * @throws IOException if the state file cannot be used
   */
  @Activate
  public SimulatorComponent(SimulatorConfiguration configuration, BundleContext context)
      throws IOException {
    Optional<Path> state =
        Optional.of(configuration.state()).filter(s -> !s.isBlank()).map(Path::of);
    Population population = population(configuration);
    simulator = Simulator.open(population, state, configuration.exchanges());
    AcceptingOutage service = new AcceptingOutage();
    outage = new Outage(service);
    endpoint = publish(configuration.validate(), service);
    ControlServlet servlet = new ControlServlet(new Control(simulator, outage));
    control = context.registerService(Servlet.class, servlet, servletProperties());
  }

  @Deactivate
  void deactivate() {
    control.unregister();
    endpoint.close();
    close();
  }

  private void close() {
    outage.close();
    simulator.close();
  }

  private SoapEndpoint publish(boolean validate, AcceptingOutage service) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // CXF looks for its own parts through the context class loader, which here is nobody's.
    thread.setContextClassLoader(BusFactory.class.getClassLoader());
    try {
      Bus bus = BusFactory.getDefaultBus();
      return new SoapEndpoint(simulator, bus, "/sg186", validate, service::isDown);
    } catch (RuntimeException e) {
      close();
      throw e;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Population population(SimulatorConfiguration configuration) {
    String month = configuration.latestMonth();
    try {
      return new Population(
          configuration.consumers(),
          month.isBlank() ? YearMonth.now().minusMonths(1) : YearMonth.parse(month));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          SimulatorConfiguration.PID + ": latestMonth is no month: " + month, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(SimulatorConfiguration.PID + ": " + e.getMessage(), e);
    }
  }

  private static Dictionary<String, Object> servletProperties() {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("osgi.http.whiteboard.servlet.pattern", CONTROL_PATTERN);
    properties.put("osgi.http.whiteboard.servlet.name", "sg186-simulator-control");
    return properties;
  }

  /** Stays reachable, and says that it is down. */
  private static final class AcceptingOutage implements Outage.Service {

    private volatile boolean down;

    boolean isDown() {
      return down;
    }

    @Override
    public void suspend() {
      down = true;
    }

    @Override
    public void resume() {
      down = false;
    }
  }
}
