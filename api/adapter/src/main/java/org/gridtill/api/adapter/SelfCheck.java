package org.gridtill.api.adapter;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An adapter that can tell whether it is fit to serve. The object that is registered as the
 * adapter's service may implement this, besides the adapter's type; it needs no registration of its
 * own. The platform asks once, before the first call, and does not call an adapter that is not fit;
 * if it was an update, the version before it is put back.
 *
 * <p>What belongs here is what the adapter itself may lack: a message that it encodes and decodes
 * again, a table that it reads. That a peer cannot be reached does not: the adapter would be
 * refused for an outage that passes.
 *
 * <p><b>Threads:</b> called once, on one thread, before any other method of the adapter; it returns
 * within two seconds or counts as unfit.
 */
@ConsumerType
public interface SelfCheck {

  /**
   * Checks.
   *
   * @return what is wrong, as a sentence for operations; empty if nothing. An exception is
   *     something wrong, too
   */
  Optional<String> selfCheck();
}
