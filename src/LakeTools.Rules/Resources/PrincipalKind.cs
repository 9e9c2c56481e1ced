namespace LakeTools.Rules.Resources;

/// <summary>The forms of principals that Lake Formation grants to.</summary>
public enum PrincipalKind
{
    /// <summary>An IAM user.</summary>
    User,

    /// <summary>An IAM role.</summary>
    Role,

    /// <summary>A SAML provider's user or group.</summary>
    Saml,

    /// <summary>A QuickSight user or group.</summary>
    QuickSight,

    /// <summary>An IAM Identity Center user or group.</summary>
    IdentityCenter,

    /// <summary>A whole AWS account.</summary>
    Account,

    /// <summary>An organization or an organizational unit.</summary>
    Organization,

    /// <summary>All IAM principals of an account, with Lake Formation's checks.</summary>
    AllIamPrincipals,

    /// <summary>The virtual group whose grants leave the decision to IAM.</summary>
    IamAllowedPrincipals,
}
