using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>How every model stands by the register and the installation's own keys, before any shop is asked.</summary>
internal sealed class InstalledModels(ModelRegister register, IEnumerable<ProviderCard> cards)
{
    private readonly HashSet<string> _connected =
    [
        .. cards.Where(static card => card.CanBeUsedWith(card.Key)).Select(static card => card.Name),
    ];

    public IReadOnlyList<ModelStanding> Standings() => Standings([]);

    /// <param name="shopKeys">Providers that the shop has brought its own key for.</param>
    public IReadOnlyList<ModelStanding> Standings(IReadOnlyCollection<string> shopKeys) =>
        [
            .. register.All.Select(model => new ModelStanding(
                model,
                _connected.Contains(model.Provider) || shopKeys.Contains(model.Provider),
                register.IsAllowed(model)
            )),
        ];

    public VideoModel? Find(string id) => register.Find(id);
}
