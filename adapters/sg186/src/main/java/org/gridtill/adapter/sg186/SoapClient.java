package org.gridtill.adapter.sg186;

import java.util.Map;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.gridtill.adapter.sg186.contract.Sg186PortType;
import org.gridtill.adapter.sg186.http.PostConduit;
import org.gridtill.adapter.sg186.http.PostSettings;

/**
 * The CXF client of the contract: one proxy, safe for all threads. The contract is in the generated
 * classes, so nothing reads a WSDL at run time.
 */
final class SoapClient implements AutoCloseable {

  private final Sg186PortType port;

  SoapClient(PostSettings settings) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // CXF looks for its own parts through the context class loader, which here is nobody's.
    thread.setContextClassLoader(JaxWsProxyFactoryBean.class.getClassLoader());
    try {
      JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
      factory.setServiceClass(Sg186PortType.class);
      factory.setAddress(settings.url().toString());
      factory.setConduitSelector(new PreexistingConduitSelector(new PostConduit(settings)));
      // A call that fails is a result, which has the reason; a stack trace for each helps nobody.
      FaultListener silent = (fault, description, message) -> false;
      factory.setProperties(Map.of(FaultListener.class.getName(), silent));
      port = factory.create(Sg186PortType.class);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  Sg186PortType port() {
    return port;
  }

  @Override
  public void close() {
    Client client = ClientProxy.getClient(port);
    client.destroy();
  }
}
