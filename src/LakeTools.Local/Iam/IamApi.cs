using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>IAM: roles and their policies as records.</summary>
internal sealed class IamApi : JsonApi
{
    public override string Service => "iam";

    public override StorePart Part { get; } = new("iam");
}
