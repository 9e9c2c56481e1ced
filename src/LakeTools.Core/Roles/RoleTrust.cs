namespace LakeTools.Core.Roles;

/// <summary>The services that a new role lets assume it.</summary>
public enum RoleTrust
{
    /// <summary>AWS Glue, for jobs and crawlers.</summary>
    Glue,

    /// <summary>AWS Lake Formation, for registered locations.</summary>
    LakeFormation,
}
