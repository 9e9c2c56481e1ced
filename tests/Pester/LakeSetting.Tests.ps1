BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Permissions'
    $account = '000000000000'
    $boss = "arn:aws:iam::${account}:role/LakeAdmin"
}

AfterAll { Disconnect-Lake }

Describe 'Get- and Set-LakeSetting' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    It 'shows a new lake in Lake Formation''s own mode' {
        $setting = Get-LakeSetting
        $setting | Should -BeOfType ([LakeTools.LakeSetting])
        $setting.Administrator | Should -Be $boss
        $setting.ReadOnlyAdministrator | Should -BeNullOrEmpty
        $setting.CreateDatabaseDefaultPermission | Should -Be 'None'
        $setting.CreateTableDefaultPermission | Should -Be 'None'
        $setting.AllowExternalDataFiltering | Should -BeFalse
        $setting.Parameter['CROSS_ACCOUNT_VERSION'] | Should -Be '4'
    }

    It 'changes only what is named' {
        $setting = Set-LakeSetting -AllowExternalDataFiltering -ExternalDataFilteringAllowList 111122223333 -AuthorizedSessionTagValue engine -PassThru
        $setting.AllowExternalDataFiltering | Should -BeTrue
        Set-LakeSetting -CreateTableDefaultPermission IamAllowedPrincipals -Parameter @{ SET_CONTEXT = 'TRUE' } | Should -BeNullOrEmpty
        $setting = Get-LakeSetting
        $setting.Administrator | Should -Be $boss
        $setting.CreateDatabaseDefaultPermission | Should -Be 'None'
        $setting.CreateTableDefaultPermission | Should -Be 'IamAllowedPrincipals'
        $setting.AllowExternalDataFiltering | Should -BeTrue
        $setting.ExternalDataFilteringAllowList | Should -Be '111122223333'
        $setting.AuthorizedSessionTagValue | Should -Be 'engine'
        $setting.Parameter['CROSS_ACCOUNT_VERSION'] | Should -Be '4'
        $setting.Parameter['SET_CONTEXT'] | Should -Be 'TRUE'
    }

    It 'turns off what is said to be off, and empties lists' {
        Set-LakeSetting -AllowExternalDataFiltering -ExternalDataFilteringAllowList 111122223333 -CreateDatabaseDefaultPermission IamAllowedPrincipals
        $setting = Set-LakeSetting -AllowExternalDataFiltering:$false -ExternalDataFilteringAllowList @() -CreateDatabaseDefaultPermission None -PassThru
        $setting.AllowExternalDataFiltering | Should -BeFalse
        $setting.ExternalDataFilteringAllowList | Should -BeNullOrEmpty
        $setting.CreateDatabaseDefaultPermission | Should -Be 'None'
    }

    It 'changes nothing with -WhatIf' {
        Set-LakeSetting -AllowExternalDataFiltering -WhatIf
        (Get-LakeSetting).AllowExternalDataFiltering | Should -BeFalse
    }

    It 'refuses a parameter that it knows and that cannot be so: <name> = <value>' -ForEach @(
        @{ name = 'CROSS_ACCOUNT_VERSION'; value = '6' }
        @{ name = 'CROSS_ACCOUNT_VERSION'; value = 'four' }
        @{ name = 'cross_account_version'; value = '4' }
        @{ name = 'SET_SOURCE_IDENTITY'; value = 'yes' }
        @{ name = 'SET_CONTEXT'; value = 'true' }
        @{ name = 'CROSS_ACOUNT_VERSION'; value = '3' }
    ) {
        { Set-LakeSetting -Parameter @{ $name = $value } -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.SettingParameterInvalid,*'
        $file = Join-Path $TestDrive 'settings.yaml'
        Set-Content $file "lake: 1`nname: x`nsettings: { parameters: { $name`: '$value' } }"
        (Test-LakeDefinition $file).Id | Should -Be SettingParameterInvalid
    }

    It 'takes parameters that it knows, and those that it does not' {
        Set-LakeSetting -Parameter @{ CROSS_ACCOUNT_VERSION = '3'; SET_SOURCE_IDENTITY = 'TRUE'; OTHER = 'x' } -ErrorAction Stop
        $parameters = (Get-LakeSetting).Parameter
        $parameters.CROSS_ACCOUNT_VERSION, $parameters.SET_SOURCE_IDENTITY, $parameters.OTHER | Should -Be '3', 'TRUE', 'x'
    }

    It 'refuses what is no principal, before any call' {
        { Set-LakeSetting -Administrator bob -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.InvalidPrincipal,$command.SetLakeSettingCommand"
        (Get-LakeSetting).Administrator | Should -Be $boss
    }

    It 'asks before it locks the caller out, and does what -Confirm:$false says: <list>' -ForEach @(
        @{ list = @() }
        @{ list = @('role/typo') }
    ) {
        $folder = (Get-LakeConnection).LocalPath
        $script = "Import-Module '$PSScriptRoot/../../out/LakeTools'; Connect-Lake -Local '$folder'; "
        $shell = [powershell]::Create() # its host cannot prompt
        try { $null = $shell.AddScript("$script Set-LakeSetting -Administrator @($($list -replace '^|$', "'" -join ', '))").Invoke() }
        catch { $null = $_ }
        finally { $shell.Dispose() }
        (Get-LakeSetting).Administrator | Should -Be $boss
        Set-LakeSetting -Administrator $list -WhatIf
        (Get-LakeSetting).Administrator | Should -Be $boss
        Set-LakeSetting -Administrator $list -Confirm:$false
        $as = if ($list) { @{ As = $list[0] } } else { @{} }
        Connect-Lake -Local $folder @as
        @((Get-LakeSetting).Administrator).Count | Should -Be $list.Count
    }

    It 'asks nothing where the caller stays, or was none' {
        Set-LakeSetting -Administrator role/LakeAdmin, role/Ann
        Set-LakeSetting -Administrator role/LakeAdmin
        (Get-LakeSetting).Administrator | Should -Be $boss
    }

    It 'lets nobody but administrators change them' {
        $guest = Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/Guest -PassThru
        { Add-LakeAdministrator role/Guest -Connection $guest -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.AccessDenied,$command.AddLakeAdministratorCommand"
    }
}

Describe 'Add-, Get- and Remove-LakeAdministrator' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) }

    It 'adds to those that there are' {
        $added = Add-LakeAdministrator role/Ann, user/ben -PassThru
        $added | Should -BeOfType ([LakeTools.LakeAdministrator])
        $added.Principal | Should -Be @("arn:aws:iam::${account}:role/Ann", "arn:aws:iam::${account}:user/ben")
        (Get-LakeAdministrator).Principal | Should -Be @($boss, "arn:aws:iam::${account}:role/Ann", "arn:aws:iam::${account}:user/ben")
    }

    It 'keeps read-only ones apart' {
        Add-LakeAdministrator role/Auditor -ReadOnly
        (Get-LakeAdministrator -ReadOnly).Principal | Should -Be "arn:aws:iam::${account}:role/Auditor"
        (Get-LakeAdministrator -ReadOnly:$false).Principal | Should -Be $boss
        Get-LakeAdministrator | Should -HaveCount 2
    }

    It 'adds one that is there once, and says so' {
        Add-LakeAdministrator role/Ann -Verbose 4>&1 | Should -HaveCount 1
        Add-LakeAdministrator role/Ann -Verbose 4>&1 | Should -HaveCount 2
        (Get-LakeAdministrator).Principal | Should -Be @($boss, "arn:aws:iam::${account}:role/Ann")
    }

    It 'removes by the pipeline, each from its own list' {
        'role/Ann', 'role/Ben' | Add-LakeAdministrator
        'role/Ann', 'role/Auditor' | Add-LakeAdministrator -ReadOnly
        Get-LakeAdministrator -ReadOnly | Remove-LakeAdministrator -Confirm:$false
        (Get-LakeAdministrator).Principal | Should -Be @($boss, "arn:aws:iam::${account}:role/Ann", "arn:aws:iam::${account}:role/Ben")
        Remove-LakeAdministrator role/Ben, role/Nobody -Confirm:$false
        (Get-LakeAdministrator).Principal | Should -Be @($boss, "arn:aws:iam::${account}:role/Ann")
    }

    It 'changes nothing with -WhatIf' {
        Add-LakeAdministrator role/Ann -WhatIf
        Remove-LakeAdministrator role/LakeAdmin -WhatIf
        (Get-LakeAdministrator).Principal | Should -Be $boss
    }
}
