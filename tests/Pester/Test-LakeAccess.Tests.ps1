BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"

    # A table under a registered location. role/reader has lakeformation:GetDataAccess and may read the bucket; nobody has a grant.
    function New-AccessLake([switch]$Hybrid, [switch]$Unregistered) {
        $script:folder = Join-Path $TestDrive ([guid]::NewGuid())
        Connect-Lake -Local $folder
        $null = New-LakeBucket desk-data
        $null = New-LakeRole location -Service LakeFormation -Path s3://desk-data/
        if (-not $Unregistered) { Register-LakeLocation s3://desk-data -RoleArn role/location -HybridAccess:$Hybrid }
        $null = New-GlueDatabase desk
        $null = New-GlueTable desk tickets -Column 'id:int', 'text:string' -Location s3://desk-data/tickets/
        $null = New-LakeRole reader -ManagedPolicyArn @() -Path s3://desk-data/
    }

    $tickets = @{ DatabaseName = 'desk'; TableName = 'tickets' }

    function Get-Check([string]$Name, [string]$Principal = 'role/reader', [hashtable]$On = $tickets, [hashtable]$With = @{}) {
        $checks = Test-LakeAccess -Principal $Principal @On @With -ErrorAction Stop
        $checks | Where-Object Name -eq $Name
    }
}

AfterAll { Disconnect-Lake }

Describe 'Test-LakeAccess' {
    It 'emits every check once, in the order of AWS, with its source' {
        New-AccessLake
        $checks = Test-LakeAccess -Principal role/reader @tickets
        $checks | Should -BeOfType ([LakeTools.LakeAccessCheck])
        $checks.Name | Should -Be @('Principal', 'IamDataAccess', 'IamCatalog', 'IamEngine', 'IamResult', 'IamData', 'LakeFormation', 'Registration'
            'RegistrationRole', 'RegistrationTrust', 'RegistrationRights', 'Encryption', 'HybridAccess', 'ResourceLink', 'DataFilter'
            'ApplicationIntegration', 'ResourceShare')
        $checks.Source | ForEach-Object { $_ | Should -Match '^https://docs\.aws\.amazon\.com/' }
        $checks.Status | ForEach-Object { $_ | Should -BeIn Passed, Failed, Unknown, NotNeeded }
        $checks[0].Principal | Should -Be arn:aws:iam::000000000000:role/reader
        $checks[0].DatabaseName, $checks[0].TableName, $checks[0].Engine | Should -Be desk, tickets, Athena
    }

    It 'tells a role that IAM does not have, and asks nothing of its policies' {
        New-AccessLake
        (Get-Check Principal role/nobody).Status | Should -Be Failed
        (Get-Check IamDataAccess role/nobody).Status | Should -Be Unknown
        (Get-Check Principal role/nobody -With @{ Engine = 'Glue' }).Command | Should -Be "New-LakeRole -Name 'nobody' -Service Glue"
        Invoke-Expression (Get-Check Principal role/nobody -With @{ Engine = 'Glue' }).Command
        (Get-Check Principal role/nobody).Status | Should -Be Passed
    }

    It 'tells what the policies of a role allow' {
        New-AccessLake
        (Get-Check IamDataAccess).Status | Should -Be Passed
        $catalog = Get-Check IamCatalog
        $catalog.Status | Should -Be Failed
        $catalog.Command | Should -Match '^aws iam put-role-policy --role-name ''reader'' '
        $document = ($catalog.Command -split '--policy-document ')[1].Trim("'") | ConvertFrom-Json
        $document.Statement.Action | Should -Be glue:GetDatabase, glue:GetTable, glue:GetPartitions
        $document.Statement.Resource | Should -Contain 'arn:aws:glue:us-east-1:000000000000:table/desk/tickets'
    }

    It 'is unknown where a managed policy has no document' {
        New-AccessLake
        $null = New-LakeRole managed
        (Get-Check IamDataAccess role/managed).Status | Should -Be Unknown
    }

    It 'decides as Test-LakePermission does, and its command mends it' {
        New-AccessLake
        $before = Get-Check LakeFormation
        $before.Status | Should -Be Failed
        Invoke-Expression $before.Command
        (Get-Check LakeFormation).Status | Should -Be Passed
        Revoke-LakePermission -Principal role/reader -Permission SELECT @tickets
        Grant-LakePermission -Principal role/reader -Permission SELECT @tickets -ColumnName id
        (Get-Check LakeFormation -With @{ ColumnName = 'id' }).Status | Should -Be Passed
        (Get-Check LakeFormation -With @{ ColumnName = 'id', 'text' }).Status | Should -Be Failed
    }

    It 'needs IAM for the data where no location covers it' {
        New-AccessLake -Unregistered
        (Get-Check IamData).Status | Should -Be Passed
        (Get-Check Registration).Status | Should -Be NotNeeded
        (Get-Check RegistrationTrust).Status | Should -Be NotNeeded
        $null = New-LakeRole other -ManagedPolicyArn @() -Path s3://desk-data/else/
        (Get-Check IamData role/other).Status | Should -Be Failed
        Register-LakeLocation s3://desk-data/tickets -RoleArn role/location
        (Get-Check IamData role/other).Status | Should -Be NotNeeded
        (Get-Check Registration role/other).Status | Should -Be Passed
    }

    It 'looks at the role of the location: that it is there, whom it trusts, what it may read' {
        New-AccessLake
        (Get-Check RegistrationRole).Status | Should -Be Passed
        (Get-Check RegistrationTrust).Status | Should -Be Passed
        (Get-Check RegistrationRights).Status | Should -Be Passed
        $null = New-LakeRole glue-only -ManagedPolicyArn @() -Path s3://desk-data/else/
        Set-LakeLocation s3://desk-data -RoleArn role/glue-only
        $trust = Get-Check RegistrationTrust
        $trust.Status | Should -Be Failed
        (($trust.Command -split '--policy-document ')[1].Trim("'") | ConvertFrom-Json).Statement.Principal.Service |
            Should -Be glue.amazonaws.com, lakeformation.amazonaws.com
        (Get-Check RegistrationRights).Status | Should -Be Failed
        Set-LakeLocation s3://desk-data -RoleArn role/gone
        (Get-Check RegistrationRole).Status | Should -Be Failed
        (Get-Check RegistrationTrust).Status | Should -Be Unknown
    }

    It 'knows that EMR on EC2 reads nothing that the service-linked role registered' {
        New-AccessLake -Unregistered
        Register-LakeLocation s3://desk-data -UseServiceLinkedRole
        (Get-Check RegistrationRights).Status | Should -Be NotNeeded
        (Get-Check RegistrationRights -With @{ Engine = 'Emr' }).Status | Should -Be Failed
    }

    It 'asks for an opt-in under hybrid access, unless IAM decides' {
        New-AccessLake -Hybrid
        Grant-LakePermission -Principal role/reader -Permission SELECT @tickets
        $hybrid = Get-Check HybridAccess
        $hybrid.Status | Should -Be Failed
        Invoke-Expression $hybrid.Command
        (Get-Check HybridAccess).Status | Should -Be Passed
        (Get-Check IamData).Status | Should -Be NotNeeded
        Get-LakeOptIn | Remove-LakeOptIn -Confirm:$false
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission ALL @tickets
        (Get-Check HybridAccess).Status | Should -Be NotNeeded
        (Get-Check IamData).Status | Should -Be Passed
    }

    It 'takes a project of DataZone as opted in on everything' {
        New-AccessLake -Hybrid
        $null = New-LakeRole project -ManagedPolicyArn @() -Tag @{ AmazonDataZoneProject = 'p1' }
        Grant-LakePermission -Principal role/project, role/nobody -Permission SELECT @tickets
        (Get-Check HybridAccess role/project).Status | Should -Be Passed
        (Get-Check IamData role/project).Status | Should -Be NotNeeded
        (Get-Check HybridAccess role/nobody).Status | Should -Be Unknown -Because 'IAM does not have its tags'
        (Get-Check IamData role/nobody).Status | Should -Be Unknown
        Revoke-LakePermission -Principal role/project -Permission SELECT @tickets
        Grant-LakePermission -Principal IAM_ALLOWED_PRINCIPALS -Permission ALL @tickets
        (Get-Check LakeFormation role/project).Status | Should -Be Failed
        (Get-Check LakeFormation).Status | Should -Be Passed
    }

    It 'follows a resource link, and tells one that leads nowhere' {
        New-AccessLake
        (Get-Check ResourceLink).Status | Should -Be NotNeeded
        $null = New-GlueTable desk lnk -TargetDatabaseName desk -TargetTableName tickets
        $link = @{ DatabaseName = 'desk'; TableName = 'lnk' }
        (Get-Check ResourceLink -On $link).Status | Should -Be Passed
        (Get-Check Registration -On $link).Status | Should -Be Passed
        Remove-GlueTable desk tickets -Confirm:$false
        (Get-Check ResourceLink -On $link).Status | Should -Be Failed
        (Get-Check LakeFormation -On $link).Status | Should -Be NotNeeded
    }

    It 'knows which restrictions an engine carries out' {
        New-AccessLake
        Grant-LakePermission -Principal role/reader -Permission SELECT @tickets
        (Get-Check DataFilter).Status | Should -Be NotNeeded
        Revoke-LakePermission -Principal role/reader -Permission SELECT @tickets
        Grant-LakePermission -Principal role/reader -Permission SELECT @tickets -ColumnName id
        (Get-Check DataFilter).Status | Should -Be Passed
        (Get-Check DataFilter -With @{ Engine = 'Glue' }).Status | Should -Be Unknown
        (Get-Check DataFilter -With @{ Engine = 'RedshiftSpectrum' }).Status | Should -Be Passed
        Unregister-LakeLocation s3://desk-data -Confirm:$false
        (Get-Check DataFilter).Status | Should -Be Failed
    }

    It 'knows restrictions that the caller does not see: <what>' -ForEach @(
        @{ what = 'columns'; more = @{ ColumnName = 'id' }; status = 'Passed' }
        @{ what = 'a data filter'; more = @{ FilterName = 'some' }; status = 'Unknown' }
    ) {
        New-AccessLake
        New-LakeDataFilter desk tickets some -RowFilter 'id > 1' -ColumnName id | Out-Null
        Grant-LakePermission -Principal role/reader -Permission SELECT @tickets @more
        $reader = Connect-Lake -Local $folder -As role/reader -PassThru -NoDefault
        (Get-Check DataFilter -With @{ Connection = $reader }).Status | Should -Be $status
    }

    It 'asks for the settings that open data to EMR, and its command sets them' {
        New-AccessLake
        Grant-LakePermission -Principal role/reader -Permission SELECT @tickets
        (Get-Check ApplicationIntegration).Status | Should -Be NotNeeded
        $settings = Get-Check ApplicationIntegration -With @{ Engine = 'Emr' }
        $settings.Status | Should -Be Failed
        Invoke-Expression $settings.Command
        (Get-Check ApplicationIntegration -With @{ Engine = 'Emr' }).Status | Should -Be Passed
        (Get-LakeSetting).AuthorizedSessionTagValue | Should -Be 'Amazon EMR'
        Set-LakeSetting -AllowExternalDataFiltering:$false
        (Get-Check ApplicationIntegration -With @{ Engine = 'Emr' }).Status | Should -Be Failed
        Set-LakeSetting -AllowFullTableExternalDataAccess
        (Get-Check ApplicationIntegration -With @{ Engine = 'Emr' }).Status | Should -Be Passed
    }

    It 'tells the invitation that waits, and the command that accepts it' {
        New-AccessLake
        $other = Connect-Lake -Local $folder -AccountId 222222222222 -NoDefault
        Grant-LakePermission -Principal '222222222222' -Permission SELECT -GrantablePermission SELECT @tickets
        $shared = @{ DatabaseName = 'desk'; TableName = 'tickets'; CatalogId = '000000000000' }
        $with = @{ Connection = $other }
        $share = Get-Check ResourceShare role/guest -On $shared -With $with
        $share.Status | Should -Be Failed
        (Get-Check Registration role/guest -On $shared -With $with).Status | Should -Be Unknown
        Invoke-Expression "$($share.Command) -Connection `$other"
        (Get-Check ResourceShare role/guest -On $shared -With $with).Status | Should -Be Passed
        (Get-Check Registration role/guest -On $shared -With $with).Status | Should -Be Passed
    }

    It 'says what it could not see' {
        New-AccessLake
        $guest = Connect-Lake -Local $folder -As role/guest -NoDefault
        $checks = Test-LakeAccess -Principal role/reader @tickets -Connection $guest
        $checks | Where-Object Name -in LakeFormation, Registration, HybridAccess, DataFilter, ResourceLink |
            ForEach-Object { $_.Status | Should -Be Unknown }
    }

    It 'says nothing of principals that IAM does not know' {
        New-AccessLake
        foreach ($principal in '111111111111', 'arn:aws:iam::111111111111:role/far', 'arn:aws:iam::000000000000:saml-provider/idp:user/ada') {
            (Get-Check Principal $principal).Status | Should -Be Unknown
            (Get-Check IamDataAccess $principal).Status | Should -Be Unknown
        }
    }

    It 'checks where Athena writes its results' {
        New-AccessLake
        (Get-Check IamResult).Status | Should -Be NotNeeded # the lake keeps the results of primary itself
        (Get-Check IamResult -With @{ WorkGroup = 'none' }).Status | Should -Be Failed
        (Get-Check IamResult -With @{ OutputLocation = 's3://elsewhere/results/' }).Status | Should -Be Failed
        (Get-Check IamResult -With @{ OutputLocation = 's3://desk-data/results/' }).Status | Should -Be Passed
        (Get-Check IamResult -With @{ Engine = 'Glue' }).Status | Should -Be NotNeeded
        { Get-Check IamResult -With @{ OutputLocation = 'results' } } | Should -Throw -ErrorId 'LakeTools.InvalidS3Uri,*'
    }

    It 'is one Boolean with -Quiet, for all that was asked' {
        New-AccessLake
        Test-LakeAccess -Principal role/reader @tickets -Quiet | Should -BeFalse
        Test-LakeAccess -Principal role/reader -DatabaseName desk -TableName none -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
        @(Get-GlueTable desk * | Test-LakeAccess -Principal role/reader -Quiet).Count | Should -Be 1
    }

    It 'refuses a table that is not there' {
        New-AccessLake
        { Test-LakeAccess -Principal role/reader -DatabaseName desk -TableName none -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.TableNotFound,*'
        { Test-LakeAccess -Principal 'no one' @tickets -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidPrincipal,*'
    }
}
