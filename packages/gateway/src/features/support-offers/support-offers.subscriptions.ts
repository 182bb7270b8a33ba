import { Args, Resolver, Subscription } from "type-graphql";
import { brings } from "../../platform/graphql/brings.js";
import { selected } from "../../platform/reading/selection.js";
import { exchangeChanged } from "./exchange-changed.live.js";
import { ExchangeChanged, ExchangeChangedArgs } from "./exchange-changed.type.js";
import { supportOfferChanged } from "./support-offer-changed.live.js";
import { SupportOfferChanged, SupportOfferChangedArgs } from "./support-offer-changed.type.js";

@Resolver()
export class SupportOffersSubscriptions {
  @Subscription(() => ExchangeChanged, {
    description: "For members: one's own exchanges, each time one of them changes.",
    subscribe: brings(exchangeChanged),
  })
  exchangeChanged(@Args(() => ExchangeChangedArgs) _args: ExchangeChangedArgs): ExchangeChanged {
    return selected();
  }

  @Subscription(() => SupportOfferChanged, {
    description:
      "For members: offers one may see, each time one is made or changes (its seats too); of one community if said.",
    subscribe: brings(supportOfferChanged),
  })
  supportOfferChanged(@Args(() => SupportOfferChangedArgs) _args: SupportOfferChangedArgs): SupportOfferChanged {
    return selected();
  }
}
