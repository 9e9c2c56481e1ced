using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>What Test-LakeConnection found.</summary>
/// <param name="Principal">The ARN that acts.</param>
/// <param name="AccountId">Its account, twelve digits.</param>
/// <param name="Region">The region's code.</param>
/// <param name="IsLocal">True for an embedded lake.</param>
/// <param name="IsAdministrator">Whether Lake Formation lists the principal as an administrator; null where that could not be read.</param>
/// <param name="Service">Each service that was asked.</param>
public sealed record LakeConnectionTest(string Principal, string AccountId, string Region, bool IsLocal, bool? IsAdministrator,
    IReadOnlyList<LakeServiceTest> Service)
{
    /// <summary>Each service that was asked.</summary>
    public IReadOnlyList<LakeServiceTest> Service { get; } = Listed.Of(Service);
}
