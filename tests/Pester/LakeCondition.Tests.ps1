BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $everybody = '000000000000:IAMPrincipals'
    $tags = 'context.iam.principalTags'
    $sales = "$tags.hasTag(`"team`") && $tags.getTag(`"team`") == `"sales`""
    $hr = "$tags.getTag(`"team`") == `"hr`""
    function New-TestLake {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'region:string' | Out-Null
        New-LakeRole seller -Tag @{ team = 'sales' } | Out-Null
        New-LakeRole clerk -Tag @{ team = 'hr' } | Out-Null
    }
}

AfterAll { Disconnect-Lake }

Describe 'A condition on a grant' {
    BeforeEach {
        New-TestLake
        $orders = @{ DatabaseName = 'sales'; TableName = 'orders' }
        Grant-LakePermission -Principal $everybody -Permission SELECT @orders -Condition $sales
    }

    It 'is shown, in lists and as text' {
        $found = Get-LakePermission @orders
        $found.Condition | Should -BeExactly $sales
        "$found" | Should -BeLike "* when $sales"
        $found | Out-String -Width 200 | Should -BeLike '*when*hasTag*'
        $found | Format-List | Out-String -Width 400 | Should -BeLike "*$sales*"
    }

    It 'goes along from Get to Grant and to Revoke' {
        $granted = Get-LakePermission @orders | Grant-LakePermission -PassThru
        $granted.Condition | Should -BeExactly $sales
        Grant-LakePermission -Principal $everybody -Permission SELECT @orders
        @(Get-LakePermission @orders).Count | Should -Be 2
        Get-LakePermission @orders | Where-Object Condition | Revoke-LakePermission
        $left = Get-LakePermission @orders
        @($left).Count | Should -Be 1
        $left.Condition | Should -BeNullOrEmpty
    }

    It 'survives a CSV file' {
        $file = Join-Path $TestDrive 'grants.csv'
        Get-LakePermission @orders | Export-Csv $file
        Get-LakePermission @orders | Revoke-LakePermission
        Get-LakePermission @orders | Should -BeNullOrEmpty
        Import-Csv $file | Grant-LakePermission
        (Get-LakePermission @orders).Condition | Should -BeExactly $sales
    }

    It 'binds the objects of AWS.Tools' {
        $entry = [pscustomobject]@{
            Principal = [pscustomobject]@{ DataLakePrincipalIdentifier = $everybody }
            Permissions = @('SELECT')
            Resource = [pscustomobject]@{ Table = [pscustomobject]@{ DatabaseName = 'sales'; Name = 'orders' } }
            Condition = [pscustomobject]@{ Expression = $hr }
        }
        $entry | Grant-LakePermission
        (Get-LakePermission @orders).Condition | Sort-Object | Should -Be @($hr, $sales)
    }

    It 'is taken away by the same condition alone' {
        Revoke-LakePermission -Principal $everybody -Permission SELECT @orders -ErrorAction Stop
        Revoke-LakePermission -Principal $everybody -Permission SELECT @orders -Condition $hr -ErrorAction Stop
        @(Get-LakePermission @orders).Count | Should -Be 1
        Revoke-LakePermission -Principal $everybody -Permission SELECT @orders -Condition $sales -ErrorAction Stop
        Get-LakePermission @orders | Should -BeNullOrEmpty
    }

    It 'is refused before any call: <Case>' -ForEach @(
        @{ Case = 'an empty one'; Id = 'ResourceNameEmpty'; With = @{ Condition = '' } }
        @{ Case = 'no Cedar'; Id = 'ConditionInvalid'; With = @{ Condition = 'team = sales' } }
        @{ Case = 'always true'; Id = 'ConditionInvalid'; With = @{ Condition = 'true' } }
        @{ Case = 'the grant option'; Id = 'ConditionUnsupported'; With = @{ GrantablePermission = 'SELECT' } }
        @{ Case = 'IAM_ALLOWED_PRINCIPALS'; Id = 'ConditionUnsupported'; With = @{ Principal = 'IAM_ALLOWED_PRINCIPALS' } }
    ) {
        $all = @{ Principal = $everybody; Permission = 'SELECT'; DatabaseName = 'sales'; TableName = 'orders'; Condition = $hr }
        foreach ($name in $With.Keys) { $all[$name] = $With[$name] }
        { Grant-LakePermission @all -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$Id,*"
        @(Get-LakePermission @orders).Condition | Should -Be $sales
    }

    It 'goes with no LF-Tags' {
        New-LakeTag domain -Value sales | Out-Null
        { Grant-LakePermission -Principal $everybody -Permission SELECT -TagExpression @{ domain = 'sales' } -ResourceType Table -Condition $sales -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.ConditionUnsupported,*'
    }

    It 'is decided by the tags that IAM has' {
        $met = Test-LakePermission -Principal role/seller -Permission SELECT @orders
        $met.Allowed | Should -BeTrue
        $met.Reason.Kind | Should -Be 'Grant'
        $unmet = Test-LakePermission -Principal role/clerk -Permission SELECT @orders
        $unmet.Allowed | Should -BeFalse
        $unmet.Reason.Kind | Should -Be @('Missing', 'ConditionUnmet')
        $unknown = Test-LakePermission -Principal role/nobody, user/jane, $everybody -Permission SELECT @orders
        $unknown.Allowed | Should -Be @($false, $false, $false)
        $unknown.Reason.Kind | Should -Be @('Missing', 'ConditionUndecided', 'Missing', 'ConditionUndecided', 'Missing', 'ConditionUndecided')
    }

    It 'is decided by the tags that are named' {
        $case = @{ Permission = 'SELECT'; Quiet = $true } + $orders
        Test-LakePermission -Principal role/clerk @case -PrincipalTag @{ team = 'sales' } | Should -BeTrue
        Test-LakePermission -Principal role/seller @case -PrincipalTag @{} | Should -BeFalse
        Test-LakePermission -Principal user/jane @case -PrincipalTag @{ team = 'sales' } | Should -BeTrue
        Test-LakePermission -Principal role/seller @case -PrincipalTag @{ Team = 'sales' } | Should -BeFalse
        $both = [hashtable]::new([StringComparer]::Ordinal)
        $both['team'], $both['Team'] = 'sales', 'hr'
        { Test-LakePermission -Principal role/clerk @case -PrincipalTag $both -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.KeysMeet,*'
    }

    It 'makes nobody a creator: <Name>' -ForEach @(
        @{ Name = 'of a database'; What = @{ DatabaseName = 'sales' } }
        @{ Name = 'of a catalog'; What = @{ Catalog = $true; CatalogId = '000000000000:other' } }
    ) {
        New-LakeCatalog other -Description x | Out-Null
        Grant-LakePermission -Principal role/clerk -Permission DESCRIBE @What -Condition $sales
        $access = Test-LakePermission -Principal role/clerk -Permission DESCRIBE @What
        $access.Allowed | Should -BeFalse
        $access.Reason.Kind | Should -Be @('Missing', 'ConditionUnmet')
        Test-LakePermission -Principal role/clerk -Permission DESCRIBE @What -PrincipalTag @{ team = 'sales' } -Quiet | Should -BeTrue
    }

    It 'does not hide the creator' {
        Grant-LakePermission -Principal role/clerk -Permission CREATE_DATABASE -Catalog
        New-GlueDatabase own -Connection (Connect-Lake -Local (Get-LakeConnection).LocalPath -As role/clerk -PassThru -NoDefault) | Out-Null
        Grant-LakePermission -Principal role/clerk -Permission ALL -DatabaseName own -Condition $sales
        (Test-LakePermission -Principal role/clerk -Permission DROP -DatabaseName own).Reason.Kind | Should -Contain Creator
    }

    It 'of SUPER_USER on a catalog makes nobody the creator of a database in it' {
        $id = '000000000000:s3tablescatalog/shop'
        New-LakeCatalog s3tablescatalog -FederatedIdentifier arn:aws:s3tables:us-east-1:000000000000:bucket/* -ConnectionName aws:s3tables | Out-Null
        Grant-LakePermission -Principal role/seller -Permission SUPER_USER -Catalog -CatalogId $id -Condition $sales
        $case = @{ Principal = 'role/seller'; Permission = 'DROP'; DatabaseName = 'new'; CatalogId = $id }
        (Test-LakePermission @case).Reason.Kind | Should -Be CatalogGrant
        Test-LakePermission @case -PrincipalTag @{ team = 'hr' } -Quiet | Should -BeFalse
    }

    It 'opens the table to whom it says, and to nobody else' {
        $path = (Get-LakeConnection).LocalPath
        $seller = Connect-Lake -Local $path -As role/seller -PassThru -NoDefault
        $clerk = Connect-Lake -Local $path -As role/clerk -PassThru -NoDefault
        (Get-GlueTable sales orders -Connection $seller).Name | Should -Be orders
        { Get-GlueTable sales orders -Connection $clerk -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableAccessDenied,*'
    }
}

Describe 'A condition on an opt-in' {
    BeforeEach { New-TestLake }

    It 'makes it one of its own, which its condition alone takes away' {
        New-LakeOptIn $everybody -DatabaseName sales -TableName orders | Out-Null
        (New-LakeOptIn $everybody -DatabaseName sales -TableName orders -Condition $sales).Condition | Should -BeExactly $sales
        @(Get-LakeOptIn).Count | Should -Be 2
        Get-LakeOptIn | Where-Object Condition | Remove-LakeOptIn -Confirm:$false
        @(Get-LakeOptIn).Condition | Should -BeNullOrEmpty
        @(Get-LakeOptIn).Count | Should -Be 1
        { Remove-LakeOptIn $everybody -DatabaseName sales -TableName orders -Condition $sales -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.OptInNotFound,*'
    }

    It 'is refused where it cannot be read' {
        { New-LakeOptIn $everybody -DatabaseName sales -Condition 'true' -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ConditionInvalid,*'
        { New-LakeOptIn $everybody -DatabaseName sales -Condition '' -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ResourceNameEmpty,*'
        Get-LakeOptIn | Should -BeNullOrEmpty
    }

    It 'closes IAM_ALLOWED_PRINCIPALS to whom it says' {
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission ALL -DatabaseName sales -TableName orders
        New-LakeOptIn $everybody -DatabaseName sales -TableName orders -Condition $sales | Out-Null
        $case = @{ Permission = 'SELECT'; DatabaseName = 'sales'; TableName = 'orders'; Quiet = $true }
        Test-LakePermission -Principal role/seller @case | Should -BeFalse
        Test-LakePermission -Principal role/clerk @case | Should -BeTrue
        Test-LakePermission -Principal role/nobody @case | Should -BeFalse
    }
}

Describe 'Conditions in definitions' {
    BeforeEach {
        New-TestLake
        $orders = @{ DatabaseName = 'sales'; TableName = 'orders' }
        Grant-LakePermission -Principal $everybody -Permission SELECT @orders -Condition $sales
        Grant-LakePermission -Principal $everybody -Permission DESCRIBE @orders -Condition $hr
        New-LakeOptIn $everybody @orders -Condition $sales | Out-Null
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).yaml"
    }

    It 'are exported, compare as equal, and come again in another lake' {
        Export-LakeDefinition -Path $file -Name lake
        Test-LakeDefinition $file -Quiet | Should -BeTrue
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        Publish-LakeDefinition $file -Force -Confirm:$false | Out-Null
        (Get-LakePermission @orders).Condition | Sort-Object | Should -Be @($hr, $sales)
        (Get-LakePermission @orders | Where-Object Condition -EQ $sales).Permission | Should -Be SELECT
        (Get-LakeOptIn).Condition | Should -BeExactly $sales
        (Compare-LakeDefinition $file).HasChanges | Should -BeFalse
    }

    It 'make grants of their own, which go and come back by themselves' {
        $definition = @"
lake: 1
name: orders
grants:
  - { to: '$everybody', on: { database: sales, table: orders }, allow: [SELECT], condition: '$sales' }
owns:
  - { principal: '*IAMPrincipals' }
"@
        Set-Content $file $definition
        $plan = Compare-LakeDefinition $file
        ($plan.Changes | Where-Object Kind -EQ Grant).Target | Should -BeLike "*when $hr"
        Publish-LakeDefinition $file -Force -Confirm:$false | Out-Null
        (Get-LakePermission @orders).Condition | Should -BeExactly $sales
        Set-Content $file $definition.Replace($sales, $hr)
        Publish-LakeDefinition $file -Force -Confirm:$false | Out-Null
        (Get-LakePermission @orders).Condition | Should -BeExactly $hr
        Restore-LakeDefinition orders -Version 1 -Force -Confirm:$false | Out-Null
        (Get-LakePermission @orders).Condition | Should -BeExactly $sales
    }

    It 'are found wrong with their place' {
        Set-Content $file @"
lake: 1
name: orders
grants:
  - { to: '$everybody', on: { database: sales, table: orders }, allow: [SELECT], condition: 'true' }
  - to: '$everybody'
    on: { database: sales, table: orders }
    allow: [SELECT]
    grantable: [SELECT]
    condition: '$sales'
optIns:
  - { for: '$everybody', on: { database: sales }, condition: 'team' }
"@
        $findings = Test-LakeDefinition $file
        $findings | ForEach-Object { "$($_.Id) $($_.Line)" } |
            Should -Be @('ConditionInvalid 4', 'ConditionUnsupported 9', 'ConditionInvalid 11')
    }
}

Describe 'Conditions in a report' {
    It 'are reasons, and give nothing to whom they do not hold for' {
        New-TestLake
        Grant-LakePermission -Principal $everybody -Permission SELECT -DatabaseName sales -TableName orders -Condition $sales
        Grant-LakePermission -Principal role/clerk, role/seller -Permission DESCRIBE -DatabaseName sales
        $page = Join-Path $TestDrive 'report.html'
        Export-LakeReport -Path $page
        $text = Get-Content -Raw $page
        $data = [regex]::Match($text, '<script[^>]*id="data"[^>]*>(.*?)</script>', 'Singleline').Groups[1].Value | ConvertFrom-Json
        $select = 1 -shl [array]::IndexOf($data.permissions, 'SELECT')
        $may = @{}
        foreach ($entry in $data.entries) {
            if ($data.things[$entry[1]][1] -eq 'sales.orders') {
                $reasons = $entry[5] | ForEach-Object { $data.reasons[$_][0] }
                $may[$data.principals[$entry[0]][0]] = "$(($entry[2] -band $select) -ne 0) $($reasons -join ' ')"
            }
        }
        $may['arn:aws:iam::000000000000:role/seller'] | Should -Be 'True Grant'
        $may['arn:aws:iam::000000000000:role/clerk'] | Should -Be 'False ConditionUnmet'
        $may[$everybody] | Should -Be 'False ConditionUndecided'
    }
}
