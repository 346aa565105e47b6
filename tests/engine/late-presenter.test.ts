/** Nothing is lost while the presenter is on its way, and nothing is held by a dialog that is not there. */
import { expect, test, vi } from 'vitest';
import { latePresenter } from '../../engine/late-presenter';
import type { Presenter, Showing } from '../../engine/presenter';

function fake() {
  const presenter = { know: vi.fn(), present: vi.fn(), confirm: vi.fn(), afterSend: vi.fn(), focus: vi.fn(() => true) } satisfies Presenter;
  let arrive: (presenter: Presenter) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const load = vi.fn(
    () =>
      new Promise<Presenter>((resolve, reject) => {
        arrive = resolve;
        fail = reject;
      }),
  );
  const onError = vi.fn();
  return { ...latePresenter(load, onError), real: presenter, load, onError, arrive: () => arrive(presenter), fail: () => fail(new Error('not there')) };
}
const showing = {} as Showing;

test('shows what was to be shown last, once it is there', async () => {
  const { presenter, real, load, arrive } = fake();
  const [gone, stays] = [{}, {}];
  presenter.know(stays, { anchor: document.body, keepClear: [] });
  presenter.present(gone, showing);
  presenter.present(stays, showing);
  presenter.present(gone, null);
  expect(load).toHaveBeenCalledOnce();
  arrive();
  await expect.poll(() => real.present.mock.calls).toEqual([[stays, showing]]);
  expect(real.know).toHaveBeenCalledExactlyOnceWith(stays, { anchor: document.body, keepClear: [] });
  presenter.present(stays, null);
  expect(real.present).toHaveBeenLastCalledWith(stays, null);
});

test('is brought before anything is to be shown, once', async () => {
  const { presenter, real, load, bring, arrive } = fake();
  bring();
  bring();
  arrive();
  await expect.poll(() => presenter.focus()).toBe(true);
  bring();
  expect(load).toHaveBeenCalledOnce();
  expect(real.present).not.toHaveBeenCalled();
});

test('holds no message before it is there', () => {
  const { presenter } = fake();
  expect(() => presenter.confirm({}, null)).not.toThrow();
  expect(() => presenter.confirm({}, {} as never)).toThrow();
});

test('is asked for again with the next card when it did not come', async () => {
  const { presenter, real, load, onError, arrive, fail } = fake();
  const owner = {};
  presenter.present(owner, showing);
  fail();
  await expect.poll(() => onError.mock.calls.length).toBe(1);
  presenter.present(owner, showing);
  expect(load).toHaveBeenCalledTimes(2);
  arrive();
  await expect.poll(() => real.present.mock.calls).toEqual([[owner, showing]]);
});
