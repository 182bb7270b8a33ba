/** Grafast plans for the bench's reads: one prepared statement an operation, the viewer as its parameters. */
import { pgSelect, TYPES } from "postgraphile/@dataplan/pg";
import { connection, context, lambda, type Step } from "postgraphile/grafast";
import { extendSchema, gql } from "postgraphile/utils";

/** Steps are typed by resources that are only known once the database was read. */
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;

const ASKER = ["partnerId", "memberId", "meetsAs"] as const;
type Asked = (typeof ASKER)[number];
const viewer = (key: Asked) => (context() as Loose).get(key);

/** The outbox has a column of a type that PostGraphile does not know and warns of. */
const xid8: GraphileConfig.Plugin = {
  name: "Xid8Plugin",
  gather: {
    hooks: {
      async pgCodecs_findPgCodec(_, event) {
        if (!event.pgCodec && event.pgType.typname === "xid8") event.pgCodec = TYPES.bigint;
      },
    },
  },
};

const fields = extendSchema((build) => {
  const { sql } = build;
  const { community, exchange, member, membership, pulse_check_in, support_offer } = build.input.pgRegistry
    .pgResources as Loose;
  /** The viewer's part of a condition, as a parameter of the statement. */
  const as = ($rows: Loose, key: Asked) => $rows.placeholder(viewer(key), TYPES.text);
  const newestFirst = ($rows: Loose, ...columns: string[]) => {
    for (const attribute of columns) $rows.orderBy({ attribute, direction: "DESC" });
    $rows.setOrderIsUnique();
  };
  /** `author_meets_as` is first: hardly an offer needs a look at whether the viewer facilitates. */
  const mayBeSeen = ($offers: Loose, offer: Loose) => sql`(${offer}.author_meets_as = ${as($offers, "meetsAs")}
    or ${offer}.author_id = ${as($offers, "memberId")}
    or exists (select from membership f where f.partner_id = ${as($offers, "partnerId")} and f.member_id = ${as($offers, "memberId")}
      and f.community_id = ${offer}.audience_id and f.state = 'ACTIVE' and f.role = 'FACILITATOR'))`;

  const openExchange = ($offer: Loose) => {
    const $mine = exchange.find({
      partner_id: viewer("partnerId"),
      offer_id: $offer.get("id"),
      recipient_id: viewer("memberId"),
    });
    $mine.where(
      sql`${$mine}.state in ('PROPOSED', 'ACCEPTED') and (${$mine}.state = 'ACCEPTED' or ${$mine}.expires_at > now())`,
    );
    return $mine.setUnique().single();
  };

  return {
    typeDefs: gql`
      extend type Query {
        viewer: Member
        communityPage(id: String!): Community
        visibleSupportOffers: SupportOfferConnection
      }
      extend type Member {
        activeMemberships: MembershipConnection
        latestPulseCheckIns: PulseCheckInConnection
      }
      extend type Community {
        viewerMembership: Membership
        openSupportOffers: SupportOfferConnection
      }
      extend type Membership {
        community: Community
      }
      extend type SupportOffer {
        author: Member
        community: Community
        seatsLeft: Int!
        viewerCan: [String!]!
        viewerExchange: Exchange
      }
    `,
    objects: {
      Query: {
        plans: {
          viewer: () => member.get({ partner_id: viewer("partnerId"), id: viewer("memberId") }),
          communityPage(_: Step, { $id }: Loose) {
            const $communities = community.find({ partner_id: viewer("partnerId"), id: $id });
            $communities.where(sql`(${$communities}.visibility = 'PUBLIC' or exists (select from membership m
              where m.partner_id = ${as($communities, "partnerId")} and m.member_id = ${as($communities, "memberId")}
                and m.community_id = ${$communities}.id and m.state = 'ACTIVE'))`);
            return $communities.setUnique().single();
          },
          visibleSupportOffers() {
            const $offers = pgSelect({
              resource: support_offer,
              identifiers: [],
              args: ASKER.map((key) => ({ step: viewer(key), pgCodec: TYPES.text })),
              // the newest of each room are merged, then looked up, as the floor does: else all that may be seen are sorted
              from: (...asker: Loose[]) => {
                const [partner, asking, meets] = asker.map(({ placeholder }) => placeholder);
                return sql`(select o.* from (
                    select few.id from (
                      select community_id as id, role = 'FACILITATOR' as facilitates from membership where partner_id = ${partner} and member_id = ${asking} and state = 'ACTIVE'
                      union all select ${partner}, false) room
                    cross join lateral (
                      select o.id from support_offer o where o.partner_id = ${partner} and o.audience_id = room.id
                        and (o.author_meets_as = ${meets} or o.author_id = ${asking} or room.facilitates)
                      order by o.id desc limit 51) few
                    order by few.id desc limit 51) newest
                  cross join lateral (select * from support_offer o where o.partner_id = ${partner} and o.id = newest.id offset 0) o)`;
              },
            });
            newestFirst($offers, "id");
            return connection($offers as Loose);
          },
        },
      },
      Member: {
        plans: {
          activeMemberships($member: Loose) {
            const $memberships = membership.find({ partner_id: viewer("partnerId"), member_id: $member.get("id") });
            $memberships.where(sql`${$memberships}.state = 'ACTIVE'`);
            newestFirst($memberships, "community_id");
            return connection($memberships as Loose);
          },
          latestPulseCheckIns($member: Loose) {
            const $checkIns = pulse_check_in.find({ partner_id: viewer("partnerId"), member_id: $member.get("id") });
            newestFirst($checkIns, "recorded_at", "id");
            return connection($checkIns as Loose);
          },
        },
      },
      Community: {
        plans: {
          viewerMembership: ($community: Loose) =>
            membership.get({
              partner_id: viewer("partnerId"),
              member_id: viewer("memberId"),
              community_id: $community.get("id"),
            }),
          openSupportOffers($community: Loose) {
            const $offers = support_offer.find({ partner_id: viewer("partnerId"), audience_id: $community.get("id") });
            $offers.where(sql`${$offers}.state = 'OPEN' and (${$offers}.expires_at is null or ${$offers}.expires_at > now())
              and ${mayBeSeen($offers, $offers.alias)}`);
            newestFirst($offers, "id");
            return connection($offers as Loose);
          },
        },
      },
      Membership: {
        plans: {
          community: ($membership: Loose) =>
            community.get({ partner_id: viewer("partnerId"), id: $membership.get("community_id") }),
        },
      },
      SupportOffer: {
        plans: {
          author: ($offer: Loose) => member.get({ partner_id: viewer("partnerId"), id: $offer.get("author_id") }),
          community: ($offer: Loose) =>
            community.get({ partner_id: viewer("partnerId"), id: $offer.get("community_id") }),
          seatsLeft: ($offer: Loose) => $offer.select(sql`${$offer}.capacity - ${$offer}.accepted_count`, TYPES.int),
          viewerCan: ($offer: Loose) =>
            lambda(
              [
                $offer.get("author_id"),
                viewer("memberId"),
                openExchange($offer).get("id"),
                $offer.get("author_meets_as"),
                viewer("meetsAs"),
              ],
              ([author, asking, open, theirs, own]) =>
                author === asking ? ["EDIT", "PAUSE", "CLOSE"] : open === null && theirs === own ? ["PROPOSE"] : [],
              true,
            ),
          viewerExchange: openExchange,
        },
      },
    },
  };
});

export const plansByHand: readonly GraphileConfig.Plugin[] = [fields, xid8];
