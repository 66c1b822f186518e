package org.gridtill.api.platform.gates;

/**
 * A call of an adapter. Its thread is interrupted when it takes too long, so nothing belongs into
 * it that an interrupt breaks; see {@link CallContext#sheltered}.
 *
 * @param <S> the adapter's type
 * @param <T> what the call returns
 */
@FunctionalInterface
public interface AdapterCall<S, T> {

  /** Makes the call. */
  T run(S adapter, CallContext context) throws Exception;
}
