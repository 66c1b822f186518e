package org.gridtill.simulator.sg186.soap;

import java.net.URL;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.common.logging.LogUtils;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.gridtill.simulator.sg186.Simulator;

/** The contract, published on a CXF servlet. */
public final class SoapEndpoint implements AutoCloseable {

  private static final Logger LOG = LogUtils.getL7dLogger(SoapEndpoint.class);
  private static final String WSDL = "/wsdl/sg186.wsdl";

  private final Server server;

  /**
   * Publishes the contract.
   *
   * @param bus the bus of the servlet
   * @param address the path below the servlet's
   * @param validate whether to refuse requests that break the contract's schema
   * @param down whether to close connections instead of answering
   */
  public SoapEndpoint(
      Simulator simulator, Bus bus, String address, boolean validate, BooleanSupplier down) {
    URL wsdl = SoapEndpoint.class.getResource(WSDL);
    JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
    factory.setBus(bus);
    factory.setServiceBean(new Sg186Endpoint(simulator, down));
    factory.setWsdlURL(wsdl.toString());
    factory.setAddress(address);
    factory.setProperties(
        Map.of(
            "schema-validation-enabled",
            validate ? "IN" : "NONE",
            FaultListener.class.getName(),
            (FaultListener) SoapEndpoint::logFault));
    if (simulator.exchanges().isOn()) {
      factory.getInInterceptors().add(new ExchangeRecorder.In());
      factory.getOutInterceptors().add(new ExchangeRecorder.Out(simulator.exchanges()));
      factory.getOutFaultInterceptors().add(new ExchangeRecorder.Out(simulator.exchanges()));
    }
    factory.getOutInterceptors().add(new Utf8Out());
    factory.getOutFaultInterceptors().add(new Utf8Out());
    factory.getInInterceptors().add(new ConnectionCut(simulator.exchanges()));
    server = factory.create();
  }

  /** Logs a line; a peer that sends nonsense or hangs up is no failure of the simulator. */
  private static boolean logFault(Exception fault, String description, Message message) {
    LOG.log(Level.FINE, "{0}: {1}", new Object[] {description, fault});
    return false;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
