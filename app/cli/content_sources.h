// SPDX-License-Identifier: GPL-3.0-or-later
// Where the content verbs read from and write to: the home's content/ (or the person's data folder where no home is
// named), then --kubo, then every --gateway.
#pragma once

#include "arguments.h"
#include "context.h"

#include "content/car_blocks.h"
#include "content/content_chain.h"
#include "net/gateway.h"
#include "net/kubo.h"

#include <memory>

namespace autochain::cli
{

QList<OptionSpec> sourceOptions(); // --kubo, --gateway, --timeout
OptionSpec kuboOption();
QString contentFolder(Context& context);

class ContentSources
{
public:
    // `root`: what is going to be read, for the gateways' CARs.
    ContentSources(Context& context, const Arguments& arguments, std::chrono::seconds timeout, const Cid& root);
    ContentChain& chain() { return *m_chain; }

private:
    FolderContentStore m_local;
    std::unique_ptr<net::Kubo> m_kubo;
    std::vector<std::unique_ptr<net::Gateway>> m_gateways;
    std::vector<std::unique_ptr<CarBlocks>> m_cars;
    std::optional<ContentChain> m_chain;
};

} // namespace autochain::cli
