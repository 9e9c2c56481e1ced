# What the functions of LakeTools.Extension do. What each may put out is fixed: one value, and nothing beside it. Of an exception
# SecretManagement shows only that the command failed ('Unable to add secret'), but every error that was written before. So each function
# writes the cause first.
#
# Secrets Manager knows text and bytes. What else a secret was is kept in a tag, and the types of a hashtable's members in a member of
# their own, so that other readers find plain values. A secret that was not made here is text, a hashtable or bytes by its looks.

$TypeTag = 'LakeTools:SecretType'
$TypesMember = '$types'
$ConnectParameters = 'ProfileName', 'Region', 'RoleArn', 'ExternalId', 'EndpointUrl', 'Local', 'As'
$Connections = @{}

# The parameter -Connection: one of the vault's own where its parameters ask for one, else none, which means the last of the process.
function Get-VaultConnection([hashtable] $AdditionalParameters) {
    $connect = @{}
    foreach ($name in @(if ($AdditionalParameters) { $AdditionalParameters.Keys })) {
        if ($name -in 'Prefix', 'Verbose') { continue }
        if ($name -notin $ConnectParameters) {
            throw [ArgumentException]::new("The vault has no parameter '$name'. Its parameters: Prefix, $($ConnectParameters -join ', ').")
        }
        if ($AdditionalParameters[$name]) { $connect[$name] = $AdditionalParameters[$name] }
    }
    # The runspace of SecretManagement begins somewhere else than the user's.
    if ($connect.Local -and -not ([IO.Path]::IsPathFullyQualified($connect.Local) -or $connect.Local -match '^~([/\\]|$)')) {
        throw [ArgumentException]::new("The vault's parameter Local is '$($connect.Local)', and must be an absolute path, such as '$HOME/lake'.")
    }
    if ($connect.Count -eq 0) { return @{} }
    $key = ($connect.Keys | Sort-Object | ForEach-Object { "$_=$($connect[$_])" }) -join "`n"
    if (-not $Connections.ContainsKey($key)) { $Connections[$key] = LakeTools\Connect-Lake @connect -NoDefault -ErrorAction Stop }
    @{ Connection = $Connections[$key] }
}

function Get-VaultId([string] $Name, [hashtable] $AdditionalParameters) { "$($AdditionalParameters.Prefix)$Name" }

# Runs a block; null where the secret is not there, or waits for its recovery window to end.
function Invoke-WhereFound([scriptblock] $Block) {
    try { & $Block }
    catch { if ($_.FullyQualifiedErrorId -notmatch '^LakeTools\.(SecretNotFound|SecretVersionNotFound|SecretDeleted),') { throw } }
}

function Get-TypeName($Value) {
    if ($Value -is [byte[]]) { 'ByteArray' }
    elseif ($Value -is [string]) { 'String' }
    elseif ($Value -is [securestring]) { 'SecureString' }
    elseif ($Value -is [pscredential]) { 'PSCredential' }
    elseif ($Value -is [hashtable]) { 'Hashtable' }
    else { throw [ArgumentException]::new("A secret is text, a SecureString, a PSCredential, a hashtable or bytes, and not $($Value.GetType().Name).") }
}

# JSON has no types for what a hashtable may hold, so that the types go beside the values.
function ConvertTo-Members([hashtable] $Table) {
    $members = @{}
    $types = @{}
    foreach ($key in $Table.Keys) {
        $value = $Table[$key]
        $type = Get-TypeName $value
        if ($type -ne 'String') { $types["$key"] = $type }
        $members["$key"] = switch ($type) {
            'ByteArray' { [Convert]::ToBase64String($value) }
            'PSCredential' { @{ username = $value.UserName; password = $value.Password } }
            'Hashtable' { ConvertTo-Members $value }
            default { $value }
        }
    }
    if ($types.Count -gt 0) { $members[$TypesMember] = $types }
    $members
}

function ConvertFrom-Members([string] $Json) {
    $table = @{}
    $members = ConvertFrom-Json $Json
    $types = $members.$TypesMember
    foreach ($member in $members.PSObject.Properties) {
        if ($member.Name -eq $TypesMember) { continue }
        $value = $member.Value
        $table[$member.Name] = switch ($types.($member.Name)) {
            'ByteArray' { , [Convert]::FromBase64String($value) }
            'SecureString' { ConvertTo-Secure $value }
            'PSCredential' { [pscredential]::new($value.username, (ConvertTo-Secure $value.password)) }
            'Hashtable' { ConvertFrom-Members (ConvertTo-Json $value -Depth 20 -Compress) }
            default { if ($value -is [string]) { $value } else { ConvertTo-Json $value -Depth 20 -Compress } }
        }
    }
    $table
}

function ConvertTo-Secure([string] $Text) {
    $secure = [securestring]::new()
    foreach ($character in $Text.ToCharArray()) { $secure.AppendChar($character) }
    $secure.MakeReadOnly()
    $secure
}

function ConvertTo-Tag([hashtable] $Metadata) {
    $tag = @{}
    foreach ($key in @(if ($Metadata) { $Metadata.Keys })) {
        if ("$key" -eq $TypeTag) { throw [ArgumentException]::new("The tag $TypeTag is the vault's own and cannot be metadata.") }
        $value = $Metadata[$key]
        # Round-trip dates, and numbers and booleans as PowerShell writes them in every culture.
        $tag["$key"] = $value -is [datetime] ? $value.ToString('o', [cultureinfo]::InvariantCulture) : "$value"
    }
    $tag
}

function Get-VaultSecret {
    [CmdletBinding()]
    param([string] $Name, [string] $VaultName, [hashtable] $AdditionalParameters)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $id = Get-VaultId $Name $AdditionalParameters
    $secret = Invoke-WhereFound { LakeTools\Get-LakeSecret -Id $id @lake -ErrorAction Stop }
    if ($null -eq $secret) { return }
    if ($secret.Kind -eq 'Binary') { return , $secret.GetBytes() }

    # Whoever may read a value need not have the right to read its tags.
    $info = try { LakeTools\Get-LakeSecretInfo -Id $secret.Arn @lake -ErrorAction Stop } catch { $null }
    $type = if ($info) { $info.Tag[$TypeTag] }
    if ($type -eq 'SecureString') { return $secret.GetText() }
    if ($type -eq 'PSCredential' -and $secret.Key -contains 'username' -and $secret.Key -contains 'password') {
        return [pscredential]::new($secret.GetKeyText('username'), $secret.GetKey('password'))
    }
    if ($type -eq 'String' -or $secret.Kind -ne 'Json') { return $secret.GetPlainText() }
    ConvertFrom-Members $secret.GetPlainText()
}

function Get-VaultSecretInfo {
    [CmdletBinding()]
    param([string] $Filter, [string] $VaultName, [hashtable] $AdditionalParameters)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $prefix = "$($AdditionalParameters.Prefix)"
    if (-not $Filter) { $Filter = '*' }
    $isPattern = [WildcardPattern]::ContainsWildcardCharacters($Filter)
    $id = if ($isPattern) { [WildcardPattern]::Escape($prefix) + '*' } else { $prefix + $Filter }
    $informationType = 'Microsoft.PowerShell.SecretManagement.SecretInformation' -as [type]
    foreach ($info in Invoke-WhereFound { LakeTools\Get-LakeSecretInfo -Id $id @lake -ErrorAction Stop }) {
        $name = $info.Name.Substring($prefix.Length)
        if ($info.DeletedDate -or ($isPattern -and $name -notlike $Filter)) { continue }
        $type = if ($info.Tag[$TypeTag]) { $info.Tag[$TypeTag] } else { 'Unknown' }
        $metadata = [System.Collections.Generic.Dictionary[string, object]]::new()
        foreach ($tag in $info.Tag.GetEnumerator()) { if ($tag.Key -ne $TypeTag) { $metadata[$tag.Key] = $tag.Value } }
        if ($informationType) { $informationType::new($name, $type, $VaultName, $metadata) }
        else { [pscustomobject] @{ Name = $name; Type = $type; VaultName = $VaultName; Metadata = $metadata } }
    }
}

function Set-VaultSecret {
    [CmdletBinding()]
    param([string] $Name, [object] $Secret, [string] $VaultName, [hashtable] $AdditionalParameters, [hashtable] $Metadata)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $id = Get-VaultId $Name $AdditionalParameters
    $type = Get-TypeName $Secret
    $value = if ($type -eq 'Hashtable') { ConvertTo-Members $Secret } else { $Secret }
    $tag = ConvertTo-Tag $Metadata
    $tag[$TypeTag] = $type

    $change = { $null = LakeTools\Set-LakeSecret -Id $id -Value $value -Tag $tag -Confirm:$false @lake -ErrorAction Stop }
    try { & $change }
    catch {
        switch -Regex ($_.FullyQualifiedErrorId) {
            '^LakeTools\.SecretNotFound,' { $null = LakeTools\New-LakeSecret -Name $id -Value $value -Tag $tag -Confirm:$false @lake -ErrorAction Stop }
            '^LakeTools\.SecretDeleted,' {
                LakeTools\Restore-LakeSecret -Id $id -Confirm:$false @lake -ErrorAction Stop
                & $change
            }
            default { throw }
        }
    }
    $true
}

# The metadata are tags; those that are not named stay, as with Set-Secret.
function Set-VaultSecretInfo {
    [CmdletBinding()]
    param([string] $Name, [hashtable] $Metadata, [string] $VaultName, [hashtable] $AdditionalParameters)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $tag = ConvertTo-Tag $Metadata
    if ($tag.Count -eq 0) { return }
    LakeTools\Set-LakeSecret -Id (Get-VaultId $Name $AdditionalParameters) -Tag $tag -Confirm:$false @lake -ErrorAction Stop
}

function Remove-VaultSecret {
    [CmdletBinding()]
    param([string] $Name, [string] $VaultName, [hashtable] $AdditionalParameters)
    trap { $PSCmdlet.WriteError($_); break }

    $lake = Get-VaultConnection $AdditionalParameters
    $null = LakeTools\Remove-LakeSecret -Id (Get-VaultId $Name $AdditionalParameters) -Confirm:$false @lake -ErrorAction Stop
    $true
}

function Test-Vault {
    [CmdletBinding()]
    param([string] $VaultName, [hashtable] $AdditionalParameters)

    try {
        $lake = Get-VaultConnection $AdditionalParameters
        $null = LakeTools\Get-LakeSecretInfo @lake -ErrorAction Stop | Select-Object -First 1
        $true
    }
    catch {
        $PSCmdlet.WriteError($_)
        $false
    }
}
