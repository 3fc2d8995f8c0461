using CommerceVideo.Platform.Database;
using CommerceVideo.Shops;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Operations;

/// <summary>The shop that an operator means by its domain.</summary>
internal sealed class OperatedShops(AppDb db)
{
    /// <returns>Null when no shop of that domain ever installed the app.</returns>
    public Task<Guid?> FindAsync(string domain, CancellationToken ct) =>
        db.Shops.Where(shop => shop.Domain == domain).Select(static shop => (Guid?)shop.Id).SingleOrDefaultAsync(ct);
}
