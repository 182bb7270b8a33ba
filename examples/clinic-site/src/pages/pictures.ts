import { html } from "../html.ts";

/** The clinic's mark: a light over water. */
export const mark = html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
  <circle cx="20" cy="20" r="19" class="mark-sky"/>
  <path d="M17 25 18.2 12h3.6L23 25Z" class="mark-tower"/>
  <circle cx="20" cy="10" r="2.2" class="mark-light"/>
  <path d="M4 27q4-3 8 0t8 0 8 0 8 0" class="mark-water"/>
  <path d="M8 32q4-3 8 0t8 0 8 0" class="mark-water"/>
</svg>`;

/** A harbour in the morning, as a band across the page. */
export const harbour = html`<svg class="harbour" viewBox="0 0 1200 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
  <circle cx="826" cy="92" r="44" class="h-sun"/>
  <path d="M0 132q120-52 260-30t250-14 260 20 230-26 200 26v60H0Z" class="h-far"/>
  <path d="M0 160q160-30 330-10t310-6 300 8 260-12v70H0Z" class="h-near"/>
  <path d="M240 152 244 92h12l4 60Z" class="h-tower"/>
  <path d="M241 92h18l-9-10Z" class="h-roof"/>
  <path d="M600 176h84l-14 16h-56Z" class="h-boat"/>
  <path d="M640 176v-50l34 46Z" class="h-sail"/>
  <path d="M636 176v-40l-24 36Z" class="h-sail"/>
  <path d="M0 186q50-8 100 0t100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0 100 0v34H0Z" class="h-water"/>
</svg>`;
