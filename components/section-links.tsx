import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SettingSection } from '../core/setting';
import { useWords } from './words';

export interface SectionLinksProps {
  /** Where the sections are. */
  readonly page: RefObject<HTMLElement>;
  /** Those that are there now. */
  readonly sections: readonly SettingSection[];
}

/** The sections of the options, with the one marked that is being read. */
export function SectionLinks({ page, sections }: SectionLinksProps) {
  const { say } = useWords();
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const seen = new Set<string>();
    // The section across a line near the top is the one that is read.
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        setCurrent([...seen].at(-1) ?? null);
      },
      { rootMargin: '-25% 0px -75% 0px' },
    );
    for (const section of page.current?.querySelectorAll(':scope > section[id]') ?? []) observer.observe(section);
    return () => observer.disconnect();
  }, [page]);
  useEffect(() => {
    const link = current === null ? null : list.current?.querySelector<HTMLElement>(`[href="#${current}"]`);
    const bar = list.current?.parentElement;
    // Sideways only: whoever reads the page is not moved.
    if (link && bar && bar.scrollWidth > bar.clientWidth) bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav aria-label={say('options.sections')}>
      <ul class="plain" ref={list}>
        {sections.map((id) => (
          <li key={id}>
            <a class="section-link" href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {say(`options.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
