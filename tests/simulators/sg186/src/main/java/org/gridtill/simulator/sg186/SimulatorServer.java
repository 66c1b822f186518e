package org.gridtill.simulator.sg186;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.gridtill.simulator.sg186.control.Control;
import org.gridtill.simulator.sg186.control.ControlServlet;
import org.gridtill.simulator.sg186.fault.Outage;
import org.gridtill.simulator.sg186.soap.SoapEndpoint;

/**
 * The simulator with a web server of its own: SOAP at {@code /sg186} and the control interface at
 * {@code /control} of the first port, and the control interface alone on a second port, which stays
 * when the first is taken down.
 */
public final class SimulatorServer implements AutoCloseable {

  private static final int MOST_THREADS = 200;

  private final Server server;
  private final ServerConnector service;
  private final ServerConnector control;
  private final Outage outage;
  private final Bus bus;
  private final SoapEndpoint endpoint;
  private final String host;

  /**
   * Starts the server; it listens when the constructor returns. The simulator stays the caller's to
   * close.
   *
   * @param host the address to listen on
   * @param port the port of the service; 0 for a free one
   * @param controlPort the port of the control interface; 0 for a free one
   * @param validate whether to refuse requests that break the contract's schema
   * @throws IOException if it cannot listen
   */
  public SimulatorServer(
      Simulator simulator, String host, int port, int controlPort, boolean validate)
      throws IOException {
    this.host = host;
    server = new Server(new QueuedThreadPool(MOST_THREADS));
    service = connector(port);
    control = connector(controlPort);
    outage = new Outage(new PortOutage(service));
    bus = BusFactory.newInstance().createBus();
    CXFNonSpringServlet soap = new CXFNonSpringServlet();
    soap.setBus(bus);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(soap), "/*");
    context.addServlet(
        new ServletHolder(new ControlServlet(new Control(simulator, outage))), "/control/*");
    server.setHandler(context);
    // First the endpoint, so that one who can connect finds it.
    endpoint = new SoapEndpoint(simulator, bus, "/sg186", validate, () -> false);
    start();
  }

  /** Returns where the SOAP service listens. */
  public URI serviceUrl() {
    return URI.create("http://" + host + ":" + service.getPort() + "/sg186");
  }

  /** Returns where the control interface listens for good. */
  public URI controlUrl() {
    return URI.create("http://" + host + ":" + control.getPort() + "/control");
  }

  @Override
  public void close() {
    outage.close();
    endpoint.close();
    stop();
    bus.shutdown(true);
  }

  private ServerConnector connector(int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(1024);
    server.addConnector(connector);
    return connector;
  }

  private void start() throws IOException {
    try {
      server.start();
      // A free port, once taken, is kept over an outage.
      service.setPort(service.getLocalPort());
      control.setPort(control.getLocalPort());
    } catch (Exception e) {
      close();
      throw e instanceof IOException io ? io : new IOException(e);
    }
  }

  private void stop() {
    try {
      server.stop();
      server.destroy();
    } catch (Exception e) {
      throw new IllegalStateException("the web server does not stop", e);
    }
  }

  /** Closes a port and all its connections, and opens it again. */
  private record PortOutage(ServerConnector connector) implements Outage.Service {

    @Override
    public void suspend() {
      change(connector::stop);
    }

    @Override
    public void resume() {
      change(connector::start);
    }

    private static void change(Change change) {
      try {
        change.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private interface Change {
      void run() throws Exception;
    }
  }
}
